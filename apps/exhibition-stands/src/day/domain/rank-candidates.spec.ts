import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { hereOn, rankCandidates } from './rank-candidates.js';

const one = (member: string, different: object = {}) => ({
  member,
  why: [] as string[],
  minutes: 120,
  isPreferred: false,
  ...different,
});

describe('who could step in', () => {
  it('is first whom no rule keeps out, then who would like to, has fewest hours, and is there anyway', () => {
    const judged = [
      one('busy', { why: ['busy'], isPreferred: true, minutes: 0 }),
      one('away'),
      one('here'),
      one('fresh', { minutes: 60 }),
      one('keen', { isPreferred: true, minutes: 300 }),
    ];
    expect(rankCandidates(judged, new Set(['here'])).map(({ member }) => member)).toEqual([
      'keen',
      'fresh',
      'here',
      'away',
      'busy',
    ]);
  });

  it('may cover the rest of a shift that has begun', () => {
    expect(
      rankCandidates([one('late', { why: ['past', 'busy'] }), one('free', { why: ['past'] })], new Set()),
    ).toMatchObject([
      { member: 'free', why: [] },
      { member: 'late', why: ['busy'] },
    ]);
  });

  it('is there that day by the clock of the stand, and not because of the shift itself', () => {
    const at = (memberId: string, shiftId: string, start: string) => ({
      memberId,
      shiftId,
      terms: { start: Temporal.Instant.from(start) },
    });
    const all = [
      at('late', 's1', '2035-09-22T23:30:00Z'),
      at('same', 's2', '2035-09-23T10:00:00Z'),
      at('self', 's3', '2035-09-23T10:00:00Z'),
    ];
    const day = Temporal.PlainDate.from('2035-09-23');
    expect(hereOn(day, all, 's3', 'Europe/London')).toEqual(new Set(['late', 'same']));
    expect(hereOn(day, all, 's3', 'UTC')).toEqual(new Set(['same']));
  });
});
