import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { besideInWords } from './in-words.js';

const at = (clock: string) => Temporal.Instant.from(`2027-09-${clock}:00+01:00`);
const other = (from: string, until: string) => ({
  id: 'c',
  title: 'Stand at Another',
  start: at(from),
  end: at(until),
  zone: 'Europe/London',
  place: 'stand',
  walkingMinutes: 10,
});

describe('besideInWords', () => {
  it.each([
    ['26T18:00', '26T19:00', true, 'This overlaps Stand at Another, Sunday 26 September 2027, 6pm to 7pm.'],
    ['26T00:00', '27T00:00', true, 'This overlaps Stand at Another, Sunday 26 September 2027.'],
    [
      '26T18:00',
      '26T19:00',
      false,
      'There is too little time to get from one to the other: Stand at Another, Sunday 26 September 2027, 6pm to 7pm.',
    ],
  ])('says what from %s until %s is besides a shift', (from, until, isAtOnce, words) => {
    expect(besideInWords({ other: other(from, until), isAtOnce })).toBe(words);
  });
});
