import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { forecastOf, isLow, type OpenTime } from './forecast.js';

const at = (text: string) => Temporal.Instant.from(text);
/** Sunday to Tuesday, eight hours each. */
const open: readonly OpenTime[] = ['26', '27', '28'].map((day) => ({
  start: at(`2027-09-${day}T08:00:00Z`),
  end: at(`2027-09-${day}T16:00:00Z`),
}));

describe('how long stock lasts', () => {
  it('is told from what was used while the stand was open', () => {
    // 40 in the first eight hours: five an hour; 60 last twelve hours: all Monday, and Tuesday until noon.
    const forecast = forecastOf(open, at('2027-09-26T20:00:00Z'), 40, 60);
    expect(forecast).toMatchObject({ kind: 'runs-out', openDays: 1.5 });
    expect(forecast.kind === 'runs-out' && forecast.at.toString()).toBe('2027-09-28T12:00:00Z');
  });

  it('is told in whole minutes and pieces that there are, and in tenths of a day', () => {
    // 45 in eight hours: 22 more last 234 minutes and 40 seconds, a little less than half a day.
    const forecast = forecastOf(open, at('2027-09-26T16:00:00Z'), 45, 22);
    expect(forecast).toMatchObject({ kind: 'runs-out', openDays: 0.5 });
    expect(forecast.kind === 'runs-out' && forecast.at.toString()).toBe('2027-09-27T11:54:00Z');
    // 45 in sixteen hours: of 50 there are 27 and a half left at the end of the third day.
    expect(forecastOf(open, at('2027-09-27T16:00:00Z'), 45, 50)).toEqual({ kind: 'lasts', left: 27 });
  });

  it('lasts a day that it is just enough for', () => {
    const first = at('2027-09-26T16:00:00Z');
    const toNext = forecastOf(open, first, 40, 40);
    expect(toNext).toMatchObject({ kind: 'runs-out', openDays: 1 });
    expect(toNext.kind === 'runs-out' && toNext.at.toString()).toBe('2027-09-28T08:00:00Z');
    expect(forecastOf(open, first, 40, 80)).toEqual({ kind: 'lasts', left: 0 });
  });

  it('does not count the night', () => {
    const evening = forecastOf(open, at('2027-09-26T16:00:00Z'), 40, 20);
    const morning = forecastOf(open, at('2027-09-27T08:00:00Z'), 40, 20);
    expect(evening).toEqual(morning);
  });

  it('says what is left where it lasts to the end', () => {
    expect(forecastOf(open, at('2027-09-27T16:00:00Z'), 20, 50)).toEqual({ kind: 'lasts', left: 40 });
  });

  it('knows no pace before the stand opens, nor where nothing is used', () => {
    expect(forecastOf(open, at('2027-09-26T07:00:00Z'), 3, 50)).toEqual({ kind: 'unknown' });
    expect(forecastOf(open, at('2027-09-27T08:00:00Z'), 0, 50)).toEqual({ kind: 'unknown' });
    expect(forecastOf(open, at('2027-09-27T08:00:00Z'), -2, 50)).toEqual({ kind: 'unknown' });
    expect(forecastOf(open, at('2027-09-27T08:00:00Z'), 5, 0)).toEqual({ kind: 'gone' });
  });

  it('never ends later with less, nor outside the opening hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(300), fc.nat(300), (passed, used, remains) => {
        const now = at('2027-09-26T08:00:00Z').add({ minutes: passed });
        const [less, more] = [
          forecastOf(open, now, used, remains),
          forecastOf(open, now, used, remains + 10),
        ];
        const end = (forecast: typeof less) =>
          forecast.kind === 'runs-out' ? forecast.at.epochMilliseconds : Number.MAX_SAFE_INTEGER;
        if (less.kind === 'unknown' || more.kind === 'unknown' || less.kind === 'gone') return;
        expect(end(less)).toBeLessThanOrEqual(end(more));
        if (less.kind !== 'runs-out') return;
        const isOpen = open.some(
          ({ start, end: close }) =>
            Temporal.Instant.compare(start, less.at) <= 0 && Temporal.Instant.compare(less.at, close) < 0,
        );
        expect(isOpen).toBe(true);
      }),
    );
  });
});

describe('a re-order level', () => {
  it('is of what remains', () => {
    expect([isLow(21, 20), isLow(20, 20), isLow(0, 0), isLow(0, null)]).toEqual([false, true, true, false]);
  });
});
