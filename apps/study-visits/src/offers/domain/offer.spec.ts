import { Temporal } from 'temporal-polyfill';
import { deadlineFor, isLate } from './offer.js';

const at = (iso: string) => Temporal.Instant.from(iso);

describe('the deadline of an offer', () => {
  it.each([
    ['2034-12-20T15:30:00Z', 14, '2035-01-03T12:00:00Z'],
    // The clocks go forward on 25 March 2035: noon stays noon.
    ['2035-03-20T23:59:59Z', 7, '2035-03-27T11:00:00Z'],
    // In London it is the next day already.
    ['2035-06-01T23:30:00Z', 1, '2035-06-03T11:00:00Z'],
  ])('of %s with %i days is %s', (now, days, deadline) => {
    expect(deadlineFor(at(now), days, '2036-01-01').toString()).toBe(deadline);
  });

  it('is before the visit begins', () => {
    expect(deadlineFor(at('2035-03-01T09:00:00Z'), 14, '2035-03-11').toString()).toBe('2035-03-10T12:00:00Z');
  });

  it.each([
    ['2035-01-03T11:59:59.999Z', false],
    ['2035-01-03T12:00:00Z', true],
    ['2035-01-03T12:00:00.001Z', true],
  ])('is kept or missed at %s: %s', (now, late) => {
    expect(isLate(at('2035-01-03T12:00:00Z'), at(now))).toBe(late);
  });
});
