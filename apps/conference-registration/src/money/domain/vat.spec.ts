import fc from 'fast-check';
import { shareOf, totalOf, vatOn } from './vat.js';

it.each([
  [19_500, 2000, 3900],
  [1, 2000, 0],
  [2, 2000, 0],
  [3, 2000, 1],
  [12_345, 2000, 2469],
  [10, 500, 1],
  [9, 500, 0],
  [19_500, 0, 0],
])('of %d pence at %d hundredths of a per cent is %d, half a penny up', (net, rate, vat) => {
  expect(vatOn(net, rate)).toBe(vat);
});

it('is never more than half a penny away', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_147_483_647 }),
      fc.integer({ min: 0, max: 10_000 }),
      (net, rate) => {
        const exact = BigInt(net) * BigInt(rate) * 2n;
        const off = BigInt(vatOn(net, rate)) * 20_000n - exact;
        expect(off <= 10_000n && off > -10_000n).toBe(true);
      },
    ),
  );
});

it('takes shares of any amount, but not of a fraction of a penny', () => {
  expect(shareOf(400_000_000, 1_999_999_999, 2_000_000_000)).toBe(400_000_000);
  expect(() => shareOf(0.5, 1, 3)).toThrow(RangeError);
});

it('is added up line by line', () => {
  const line = { netPence: 3, vatPence: 1, grossPence: 4 };
  expect(totalOf([line, line])).toEqual({ netPence: 6, vatPence: 2, grossPence: 8 });
});
