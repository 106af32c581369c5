import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { lastMoment, lookAgainAfter, waitAfter } from './retry.js';

const seconds = (duration: Temporal.Duration) => duration.total('seconds');

describe('the wait before another attempt', () => {
  it('is short at first and an hour at last', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 100].map((attempt) => seconds(waitAfter(attempt, 1)))).toEqual([
      5, 15, 45, 135, 405, 1215, 3600, 3600, 3600,
    ]);
  });

  it('is half that at least, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, chance) => {
          for (const wait of [waitAfter, lookAgainAfter]) {
            const most = seconds(wait(attempt, 1));
            expect(seconds(wait(attempt, chance))).toBeGreaterThanOrEqual(most / 2 - 0.001);
            expect(seconds(wait(attempt, chance))).toBeLessThanOrEqual(most);
            expect(seconds(wait(attempt + 1, 1))).toBeGreaterThanOrEqual(most);
          }
        },
      ),
    );
  });

  it('of a server that is gone is a minute at last', () => {
    expect([1, 2, 3, 6, 7, 1000].map((failure) => seconds(lookAgainAfter(failure, 1)))).toEqual([
      1, 2, 4, 32, 60, 60,
    ]);
  });
});

describe('the last moment for a mail', () => {
  const asked = Temporal.Instant.from('2026-03-01T10:00:00Z');

  it('is five days after it was asked for, or when it is of no use any more', () => {
    expect(lastMoment(asked, null).toString()).toBe('2026-03-06T10:00:00Z');
    const soon = asked.add({ minutes: 15 });
    expect(lastMoment(asked, soon)).toEqual(soon);
  });
});
