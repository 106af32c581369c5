import fc from 'fast-check';
import { shareOf } from '../../money/domain/vat.js';
import { exchangeShare } from './exchange.js';

const pence = fc.integer({ min: 0, max: 1_000_000 });
const credited = (givenUp: number, taken: number, percent: number): number => {
  const { part, whole } = exchangeShare(givenUp, taken, percent);
  return shareOf(givenUp, part, whole);
};

describe('exchangeShare', () => {
  it.each([
    // Dearer, or the same: the old one counts in full.
    [10_000, 19_500, 0, 10_000],
    [19_500, 19_500, 0, 19_500],
    // Cheaper: what the new one costs, and of the rest what the rules say.
    [19_500, 10_000, 100, 19_500],
    [19_500, 10_000, 50, 14_750],
    [19_500, 10_000, 0, 10_000],
    [0, 10_000, 50, 0],
  ])('of %i for %i at %i per cent credits %i', (givenUp, taken, percent, expected) => {
    expect(credited(givenUp, taken, percent)).toBe(expected);
  });

  it('never makes an exchange pay more than the dearer of the two, nor less than the new one', () => {
    fc.assert(
      fc.property(pence, pence, fc.integer({ min: 0, max: 100 }), (givenUp, taken, percent) => {
        const paid = givenUp - credited(givenUp, taken, percent) + taken;
        expect(paid).toBeLessThanOrEqual(Math.max(givenUp, taken));
        expect(paid).toBeGreaterThanOrEqual(taken);
      }),
    );
  });
});
