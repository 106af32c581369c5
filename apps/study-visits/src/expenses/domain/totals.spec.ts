import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sharesOf } from './shares.js';
import { expenseStates, paidWiths } from './steps.js';
import { partsOf, totalsOf, type Reckoned } from './totals.js';

const people = ['ada', 'bo', 'cy', 'di', 'ed'];
const expense = fc.record({
  claimant: fc.constantFrom(...people),
  state: fc.constantFrom(...expenseStates),
  paidWith: fc.constantFrom(...paidWiths),
  pence: fc.nat(1_000_000),
  sharers: fc.subarray(people, { minLength: 1 }),
}) satisfies fc.Arbitrary<Reckoned>;

const sum = (amounts: Iterable<number>) => [...amounts].reduce((one, other) => one + other, 0);

describe('a shared sum', () => {
  it('is parted to the penny, as evenly as it goes', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), fc.integer({ min: 1, max: 200 }), (pence, many) => {
        const shares = sharesOf(pence, many);
        expect(shares).toHaveLength(many);
        expect(sum(shares)).toBe(pence);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is parted among somebody', () => {
    expect(sharesOf(100, 3)).toEqual([34, 33, 33]);
    expect(() => sharesOf(100, 0)).toThrow(RangeError);
  });
});

describe('totals', () => {
  it('are what all parts come to', () => {
    fc.assert(
      fc.property(fc.array(expense), (expenses) => {
        expect(sum(partsOf(expenses).values())).toBe(totalsOf(expenses).agreedPence);
      }),
    );
  });

  it('of two lists together are those of both', () => {
    fc.assert(
      fc.property(fc.array(expense), fc.array(expense), (some, others) => {
        const [one, other, both] = [totalsOf(some), totalsOf(others), totalsOf([...some, ...others])];
        for (const key of ['waitingPence', 'agreedPence', 'owedPence', 'paidPence'] as const)
          expect(both[key]).toBe(one[key] + other[key]);
      }),
    );
  });

  it('owe nobody the visit’s own money, nor what is paid back', () => {
    const one = { claimant: 'ada', pence: 100, sharers: ['ada'] };
    expect(
      totalsOf([
        { ...one, state: 'agreed', paidWith: 'own' },
        { ...one, state: 'agreed', paidWith: 'visit' },
        { ...one, state: 'paid', paidWith: 'own' },
        { ...one, state: 'sent', paidWith: 'own' },
        { ...one, state: 'refused', paidWith: 'own' },
        { ...one, state: 'written', paidWith: 'own' },
      ]),
    ).toEqual({ waitingPence: 100, agreedPence: 300, owedPence: 100, paidPence: 100 });
  });
});
