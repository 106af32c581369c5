import fc from 'fast-check';
import { planFor, planKey } from './plan.js';
import { oldestFirst, settle, takeFrom, type OpenInvoice, type Source } from './settling.js';

const sources = fc.array(
  fc.record({
    kind: fc.constantFrom('payment' as const, 'credit-note' as const),
    id: fc.uuid(),
    leftPence: fc.integer({ min: 0, max: 5000 }),
  }),
  { maxLength: 6 },
);

const invoices = fc
  .array(
    fc.record({
      id: fc.uuid(),
      dueOn: fc.constantFrom('2027-01-01', '2027-02-01', '2026-12-31'),
      outstandingPence: fc.integer({ min: 0, max: 5000 }),
    }),
    { maxLength: 6 },
  )
  .map((list): OpenInvoice[] => list.map((invoice, index) => ({ ...invoice, number: index + 1 })));

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('settling', () => {
  it('creates and loses nothing: it moves as much as there is of the less', () => {
    fc.assert(
      fc.property(sources, invoices, (from, to) => {
        const parts = settle(from, to);
        const moved = sum(parts.map(({ pence }) => pence));
        const there = sum(from.map(({ leftPence }) => leftPence));
        const owed = sum(to.map(({ outstandingPence }) => outstandingPence));
        expect(moved).toBe(Math.min(there, owed));
        expect(parts.every(({ pence }) => pence > 0)).toBe(true);
      }),
    );
  });

  it('leaves no source and no invoice below nothing', () => {
    fc.assert(
      fc.property(sources, invoices, (from, to) => {
        const parts = settle(from, to);
        for (const { id, leftPence } of from) {
          const used = sum(parts.filter(({ source }) => source.id === id).map(({ pence }) => pence));
          expect(used).toBeLessThanOrEqual(leftPence);
        }
        for (const { id, outstandingPence } of to) {
          const paid = sum(parts.filter(({ invoiceId }) => invoiceId === id).map(({ pence }) => pence));
          expect(paid).toBeLessThanOrEqual(outstandingPence);
        }
      }),
    );
  });

  it('goes on to the next invoice only once the one before is settled', () => {
    fc.assert(
      fc.property(sources, invoices, (from, to) => {
        const paid = new Map<string, number>();
        for (const { invoiceId, pence } of settle(from, to)) {
          paid.set(invoiceId, (paid.get(invoiceId) ?? 0) + pence);
        }
        const open = to.filter(({ outstandingPence }) => outstandingPence > 0);
        const reached = open.findLastIndex(({ id }) => paid.has(id));
        const before = open.slice(0, Math.max(0, reached));
        expect(before.every(({ id, outstandingPence }) => paid.get(id) === outstandingPence)).toBe(true);
      }),
    );
  });
});

it('takes the oldest first: by when they are due, then by number', () => {
  const list = [
    { id: 'c', dueOn: '2027-02-01', number: 1 },
    { id: 'b', dueOn: '2027-01-01', number: 3 },
    { id: 'a', dueOn: '2027-01-01', number: 2 },
  ];
  expect(oldestFirst(list).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('takes from sources what is asked for, and no more than they have', () => {
  fc.assert(
    fc.property(sources, fc.integer({ min: 0, max: 30_000 }), (from, pence) => {
      const there = sum(from.map(({ leftPence }) => leftPence));
      expect(sum(takeFrom(from, pence).map((part) => part.pence))).toBe(Math.min(there, pence));
    }),
  );
});

describe('a plan for a payment', () => {
  const open: OpenInvoice[] = [
    { id: 'late', number: 2, dueOn: '2027-03-01', outstandingPence: 1000 },
    { id: 'early', number: 1, dueOn: '2027-01-01', outstandingPence: 500 },
  ];
  const payment = (leftPence: number): Source => ({ kind: 'payment', id: 'p', leftPence });
  const key = (leftPence: number, choice: Parameters<typeof planFor>[2]) => {
    const plan = planFor(payment(leftPence), open, choice);
    return plan && planKey(plan);
  };

  it.each([
    [700, { which: 'oldest' as const }, 'early:500,late:200,credit:0'],
    [700, { which: 'chosen' as const, invoiceIds: ['late', 'early'] }, 'late:700,credit:0'],
    [2000, { which: 'oldest' as const }, 'early:500,late:1000,credit:500'],
    [2000, { which: 'chosen' as const, invoiceIds: ['early', 'early'] }, 'early:500,credit:1500'],
    [700, { which: 'none' as const }, 'credit:700'],
    [700, { which: 'chosen' as const, invoiceIds: ['another'] }, null],
  ])('of %d for %j is %s', (pence, choice, expected) => {
    expect(key(pence, choice)).toBe(expected);
  });
});
