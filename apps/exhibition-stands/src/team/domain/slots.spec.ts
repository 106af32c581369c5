import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { openingOf } from '../../exhibitions/domain/openings.js';
import { spanInWords } from '../slot-words.js';
import { checkAvailability, isAsked, mostSpans } from './check-availability.js';
import { checkException } from './exception-input.js';
import { keyOf, slotsOf, spanOfKey, type OpenDay } from './slots.js';

const zone = 'Europe/London';

function open(day: string, opens: string, closes: string): OpenDay {
  const opening = openingOf({ day, opens, closes }, zone);
  if (opening === null) throw new Error('the sample has hours');
  return { day, kind: 'open', ...opening };
}

const at = (text: string) => Temporal.Instant.from(text);
const words = (days: readonly OpenDay[], shifts: Parameters<typeof slotsOf>[2] = []) =>
  slotsOf(days, zone, shifts).map(({ slots }) => slots.map((slot) => spanInWords(slot, zone)));

describe('what people are asked about', () => {
  it('is each hour of a day, the last as long as there is', () => {
    expect(words([open('2027-09-26', '09:00', '11:30')])).toEqual([
      ['9am to 10am', '10am to 11am', '11am to 11.30am'],
    ]);
  });

  it('goes past midnight, and tells both hours of a night in which the clock goes back', () => {
    expect(words([open('2027-10-30', '23:00', '03:00')])).toEqual([
      [
        '11pm to midnight',
        'midnight to 1am',
        '1am to 2am, before the clocks go back',
        '1am to 2am, after the clocks go back',
        '2am to 3am',
      ],
    ]);
  });

  it('leaves out the hour that the clock leaves out', () => {
    expect(words([open('2027-03-28', '00:00', '04:00')])).toEqual([
      ['midnight to 1am', '2am to 3am', '3am to 4am'],
    ]);
  });

  it('is a day’s shifts once it has any, each time once, and those outside its hours on a day of their own', () => {
    const shift = (from: string, until: string) => ({ from: at(from), until: at(until) });
    const days = [open('2027-09-26', '09:00', '11:00'), open('2027-09-27', '09:00', '11:00')];
    const shifts = [
      shift('2027-09-27T08:00:00Z', '2027-09-27T09:30:00Z'),
      shift('2027-09-27T08:00:00Z', '2027-09-27T09:30:00Z'),
      shift('2027-09-28T17:00:00Z', '2027-09-28T18:00:00Z'),
    ];
    expect(words(days, shifts)).toEqual([
      ['9am to 10am', '10am to 11am'],
      ['9am to 10.30am'],
      ['6pm to 7pm'],
    ]);
  });

  it('has keys that lead back to the time, and nothing else does', () => {
    const [day] = slotsOf([open('2027-09-26', '09:00', '10:00')], zone, []);
    const [slot] = day?.slots ?? [];
    const span = spanOfKey(slot?.key ?? '');
    expect(span === null ? null : keyOf(span)).toBe(slot?.key);
    expect(['', '5-4', '4-4', '1e3-2e3', '-1-2', '12345678901234-3'].map(spanOfKey)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

describe('an exception', () => {
  const days = [open('2027-09-26', '09:00', '17:00'), open('2027-09-27', '18:00', '02:00')];
  const check = (day: string, from: string, until: string, why = 'My fringe') => {
    const checked = checkException({ day, from, until, why }, days, zone);
    return checked.ok
      ? `${checked.value.from.toString()} ${checked.value.until.toString()}`
      : checked.problems.map(({ field, code }) => `${field}: ${code}`);
  };

  it('is a time of one of the days, also of the night after it', () => {
    expect(check('2027-09-26', '2pm', '3pm')).toBe('2027-09-26T13:00:00Z 2027-09-26T14:00:00Z');
    expect(check('2027-09-27', '00:30', '01:30')).toBe('2027-09-27T23:30:00Z 2027-09-28T00:30:00Z');
    expect(check('2027-09-27', '11pm', '1am')).toBe('2027-09-27T22:00:00Z 2027-09-28T00:00:00Z');
  });

  it('is refused on other days, outside the hours, and where a time cannot be read', () => {
    expect(check('2027-09-28', '2pm', '3pm')).toEqual(['day: unknown-choice']);
    expect(check('2027-09-26', '6am', '7am')).toEqual(['from: outside-the-hours']);
    expect(check('', 'two', '')).toEqual([
      'day: unknown-choice',
      'from: time-unreadable',
      'until: time-missing',
    ]);
    expect(check('2027-09-26', '2pm', '3pm', 'x'.repeat(201))).toEqual(['why: too-long']);
  });
});

describe('availability as a whole', () => {
  const asked = [{ from: at('2027-09-26T08:00:00Z'), until: at('2027-09-26T16:00:00Z') }];
  const said = (from: string, until: string) => ({
    from: at(`2027-09-26T${from}:00Z`),
    until: at(`2027-09-26T${until}:00Z`),
    kind: 'available' as const,
  });
  const check = (spans: readonly ReturnType<typeof said>[]) => {
    const checked = checkAvailability({ said: spans, exceptions: [] }, asked);
    return checked.ok
      ? checked.value.said.length
      : checked.problems.map(({ field, code }) => `${field}: ${code}`);
  };

  it('is kept in as few spans as can be', () => {
    expect(check([said('10:00', '11:00'), said('09:00', '10:00'), said('12:00', '13:00')])).toBe(2);
  });

  it('is refused where it is reversed, overlaps, lies outside, or is too much', () => {
    expect(check([said('11:00', '10:00')])).toEqual(['said.0.until: end-before-start']);
    expect(check([said('10:00', '11:00'), said('10:30', '12:00')])).toEqual(['said.1.from: overlapping']);
    expect(check([said('07:00', '09:00')])).toEqual(['said.0.from: outside-the-hours']);
    expect(check(Array.from({ length: mostSpans + 1 }, () => said('10:00', '11:00')))).toEqual([
      'said: too-many',
    ]);
  });

  it('is within times that touch one another', () => {
    const two = [said('08:00', '10:00'), said('10:00', '12:00')];
    expect(isAsked(said('09:00', '11:00'), two)).toBe(true);
    expect(isAsked(said('09:00', '12:30'), two)).toBe(false);
    expect(isAsked(said('09:00', '11:00'), [said('08:00', '10:00'), said('10:15', '12:00')])).toBe(false);
  });
});
