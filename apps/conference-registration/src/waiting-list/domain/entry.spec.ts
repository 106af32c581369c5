import { Temporal } from 'temporal-polyfill';
import { answerUntil, isOffering } from './entry.js';

const conference = { offerWorkingDays: 2, zone: 'Europe/London', firstDay: '2027-07-08' } as const;
const at = (text: string) => Temporal.Instant.from(text);

describe('the time to answer an offer', () => {
  it.each([
    ['a Tuesday morning', '2027-06-01T08:00Z', '2027-06-03T16:00:00Z'],
    ['a Friday evening: after the weekend', '2027-06-04T21:00Z', '2027-06-08T16:00:00Z'],
    ['before Easter', '2027-03-25T12:00Z', '2027-03-31T16:00:00Z'],
    ['past midnight in London, in summer', '2027-06-01T23:30Z', '2027-06-04T16:00:00Z'],
    ['when the conference is near: until it begins', '2027-07-06T17:00Z', '2027-07-07T23:00:00Z'],
  ])('is so many working days, from %s', (_, made, until) => {
    expect(answerUntil(conference, at(made)).toString()).toBe(until);
  });

  it('is never no time at all', () => {
    const made = at('2027-06-01T08:00Z');
    expect(answerUntil({ ...conference, offerWorkingDays: 0 }, made).toString()).toBe('2027-06-02T16:00:00Z');
  });
});

describe('offers', () => {
  it.each([
    ['open', '2027-06-01T00:00Z', true],
    ['paused', '2027-06-01T00:00Z', true],
    ['closed', '2027-06-01T00:00Z', true],
    ['cancelled', '2027-06-01T00:00Z', false],
    ['over', '2027-06-01T00:00Z', false],
    ['draft', '2027-06-01T00:00Z', false],
    ['open', '2027-07-07T22:59:59Z', true],
    ['open', '2027-07-07T23:00:00Z', false],
  ] as const)('are made while a conference is %s, at %s: %s', (status, now, expected) => {
    expect(isOffering({ ...conference, status }, at(now))).toBe(expected);
  });
});
