import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delayAfter, usualRetries } from './retries.js';

describe('the delay before a message comes again', () => {
  it('is twice as long each time, up to five minutes', () => {
    const delays = [1, 2, 3, 4, 20].map((failures) => delayAfter(failures, { firstDelay: 500 }, 0));
    expect(delays).toEqual([500, 1000, 2000, 4000, 300_000]);
  });

  it('is shorter by chance, at most by half', () => {
    expect(delayAfter(3, { firstDelay: 500 }, 0.5)).toBe(1500);
    const failures = fc.integer({ min: 1, max: 100 });
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(failures, chance, (count, by) => {
        const full = delayAfter(count, usualRetries, 0);
        const delay = delayAfter(count, usualRetries, by);
        expect(delay).toBeLessThanOrEqual(full);
        expect(delay).toBeGreaterThanOrEqual(Math.floor(full / 2));
      }),
    );
  });

  it('makes about four minutes in all', () => {
    let total = 0;
    for (let failures = 1; failures < usualRetries.attempts; failures += 1) {
      total += delayAfter(failures, usualRetries, 0);
    }
    expect(Math.round(total / 60_000)).toBe(4);
  });
});
