import fc from 'fast-check';
import { chargesFor, creditFor, type ChargedSoFar } from './charges.js';

const visit = {
  pricePence: 95_000,
  depositPence: 20_000,
  balanceDueOn: '2027-01-11',
  firstDay: '2027-03-11',
} as const;
const delegate = { part: 'delegate', funded: false } as const;
const charges = (different: Partial<Parameters<typeof chargesFor>[0]> = {}, today = '2026-10-01') =>
  chargesFor({ ...visit, ...different }, delegate, today).map(
    ({ kind, netPence, dueOn }) => `${kind} ${netPence} by ${dueOn}`,
  );

describe('what a place costs', () => {
  it('is the deposit within 30 days, and the balance on its day', () => {
    expect(charges()).toEqual(['deposit 20000 by 2026-10-31', 'balance 75000 by 2027-01-11']);
  });

  it('is due by the balance’s day, and before they leave, however late somebody accepts', () => {
    expect(charges({}, '2027-01-05')).toEqual(['deposit 20000 by 2027-01-11', 'balance 75000 by 2027-01-11']);
    expect(charges({ balanceDueOn: null }, '2027-03-01')).toEqual([
      'deposit 20000 by 2027-03-11',
      'balance 75000 by 2027-03-11',
    ]);
  });

  it('is one price where there is no deposit, or nothing besides it', () => {
    expect(charges({ depositPence: 0 })).toEqual(['price 95000 by 2027-01-11']);
    expect(charges({ depositPence: 0, balanceDueOn: null })).toEqual(['price 95000 by 2026-10-31']);
    expect(charges({ depositPence: 95_000, balanceDueOn: null })).toEqual(['deposit 95000 by 2026-10-31']);
  });

  it('is nothing for leaders, for funded places, and for a visit that costs nothing', () => {
    expect(chargesFor(visit, { part: 'leader', funded: false }, '2026-10-01')).toEqual([]);
    expect(chargesFor(visit, { part: 'delegate', funded: true }, '2026-10-01')).toEqual([]);
    expect(charges({ pricePence: 0, depositPence: 0 })).toEqual([]);
  });
});

const pence = fc.integer({ min: 1, max: 1_000_000 });
const percent = fc.integer({ min: 0, max: 100 });

const placed = (deposit: number, balance: number): ChargedSoFar[] => [
  { id: 'one', kind: 'deposit', netPence: deposit, creditedPence: 0 },
  { id: 'two', kind: 'balance', netPence: balance, creditedPence: 0 },
];

const after = (before: readonly ChargedSoFar[], share: number): ChargedSoFar[] => {
  const parts = creditFor(before, share);
  return before.map((charge) => ({
    ...charge,
    creditedPence: charge.creditedPence + (parts.find(({ id }) => id === charge.id)?.netPence ?? 0),
  }));
};
const credited = (all: readonly ChargedSoFar[]) =>
  all.reduce((sum, { creditedPence }) => sum + creditedPence, 0);

describe('what is credited', () => {
  it('is so much of the price to half a penny, never more of a charge than it is', () => {
    fc.assert(
      fc.property(pence, pence, percent, (deposit, balance, share) => {
        const done = after(placed(deposit, balance), share);
        expect(Math.abs(credited(done) - ((deposit + balance) * share) / 100)).toBeLessThanOrEqual(0.5);
        for (const { creditedPence, netPence } of done) expect(creditedPence).toBeLessThanOrEqual(netPence);
        // The balance first.
        const [first, second] = done;
        if ((first?.creditedPence ?? 0) > 0) expect(second?.creditedPence).toBe(balance);
      }),
    );
  });

  it('is what is still lacking, where it is asked for again or with more', () => {
    fc.assert(
      fc.property(pence, pence, percent, percent, (deposit, balance, one, other) => {
        const twice = after(after(placed(deposit, balance), one), other);
        const once = after(placed(deposit, balance), Math.max(one, other));
        expect(credited(twice)).toBe(credited(once));
      }),
    );
  });

  it('is half a penny in the traveller’s favour', () => {
    expect(creditFor(placed(1, 4), 50)).toEqual([{ id: 'two', netPence: 3 }]);
  });
});
