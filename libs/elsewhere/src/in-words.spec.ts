import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { daysAsCommitments, daysAway, inOnePiece, type Commitment } from '#commitments';
import { commitmentInWords } from './in-words.js';
import { placeOfStand } from './stands/shift-commitment.js';

const conference = (
  opens: string | null,
  closes: string | null,
  dates: readonly string[] = ['2027-09-28'],
): Commitment[] =>
  daysAsCommitments({
    id: 'c',
    title: 'Annual Conference 2027',
    zone: 'Europe/London',
    days: dates.map((date) => ({ date, opens, closes })),
  });

describe('where somebody is to be, in words', () => {
  it('says when a conference opens and closes, and only its day while that is not settled', () => {
    expect(conference('09:30', '17:00').map(commitmentInWords)).toEqual([
      'at Annual Conference 2027 on Tuesday 28 September 2027, 9.30am to 5pm',
    ]);
    expect(conference(null, null).map(commitmentInWords)).toEqual([
      'at Annual Conference 2027 on Tuesday 28 September 2027',
    ]);
  });

  it('says from which day to which, where they are one piece', () => {
    const both = inOnePiece(conference(null, null, ['2027-09-28', '2027-09-29']));
    expect(both.map(commitmentInWords)).toEqual([
      'at Annual Conference 2027, Tuesday 28 to Wednesday 29 September 2027',
    ]);
  });

  it('says at which stand', () => {
    const shift = {
      id: 's',
      title: 'Labour Party Conference 2027',
      start: Temporal.Instant.from('2027-09-26T09:00:00Z'),
      end: Temporal.Instant.from('2027-09-26T10:00:00Z'),
      zone: 'Europe/London',
      place: placeOfStand('e'),
      walkingMinutes: 10,
    };
    expect(commitmentInWords(shift)).toBe(
      'on the network’s stand at Labour Party Conference 2027 on Sunday 26 September 2027, 10am to 11am',
    );
  });

  it('says from which day to which somebody is away', () => {
    const away = {
      visitId: 'v',
      visitTitle: 'Mondragon',
      firstDay: '2035-03-11',
      lastDay: '2035-03-16',
      zone: 'Europe/Madrid',
    };
    expect(commitmentInWords(daysAway(away))).toBe(
      'away with the study visit “Mondragon”, Sunday 11 to Friday 16 March 2035',
    );
  });
});
