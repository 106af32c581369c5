import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { everyOf, lastDue, nextDue, patternOf } from './due-times.js';
import type { Every } from './schedule.js';

const at = (iso: string) => Temporal.Instant.from(iso);
const nightly: Every = { dailyAt: '01:30', zone: 'Europe/London' };

const moments = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));
const everies: fc.Arbitrary<Every> = fc.oneof(
  fc.integer({ min: 1000, max: 7 * 86_400_000 }),
  fc.record({
    dailyAt: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    zone: fc.constantFrom('Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC'),
  }),
);

describe('due times', () => {
  it('of an interval are its multiples, the same wherever it is asked', () => {
    expect(lastDue(60_000, at('2026-11-22T07:07:54Z')).toString()).toBe('2026-11-22T07:07:00Z');
    expect(lastDue(60_000, at('2026-11-22T07:07:00Z')).toString()).toBe('2026-11-22T07:07:00Z');
    expect(nextDue(60_000, at('2026-11-22T07:07:00Z')).toString()).toBe('2026-11-22T07:08:00Z');
  });

  it.each([
    ['in winter', '2026-01-10T12:00:00Z', '2026-01-10T01:30:00Z', '2026-01-11T01:30:00Z'],
    ['before it is due that day', '2026-07-10T00:29:59Z', '2026-07-09T00:30:00Z', '2026-07-10T00:30:00Z'],
    // 29 March 2026, 1am: the clocks go forward to 2am.
    ['when the clocks leave it out', '2026-03-29T12:00:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'],
    // 25 October 2026, 2am: the clocks go back to 1am.
    ['when they show it twice', '2026-10-25T01:45:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
  ])('of a day go by the clock there %s', (_when, now, last, next) => {
    expect(lastDue(nightly, at(now)).toString()).toBe(last);
    expect(nextDue(nightly, at(now)).toString()).toBe(next);
  });

  it('follow each other without a gap or a repetition, whenever it is asked', () => {
    fc.assert(
      fc.property(everies, moments, (every, now) => {
        const [last, next] = [lastDue(every, now), nextDue(every, now)];
        expect(Temporal.Instant.compare(last, now)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(next, now)).toBe(1);
        expect(lastDue(every, last).toString()).toBe(last.toString());
        expect(nextDue(every, last).toString()).toBe(next.toString());
        expect(lastDue(every, next.subtract({ milliseconds: 1 })).toString()).toBe(last.toString());
      }),
    );
  });

  it('are read from the pattern that a queue keeps', () => {
    fc.assert(fc.property(everies, (every) => expect(everyOf(patternOf(every))).toEqual(every)));
    expect(() => everyOf('0 3 * * *')).toThrow('“0 3 * * *” says of no time when it is due');
  });
});
