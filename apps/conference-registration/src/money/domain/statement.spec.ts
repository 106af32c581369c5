import fc from 'fast-check';
import { debtors, ageGroups, type OpenAmount } from './overview.js';
import { statementOf, type Movement } from './statement.js';

const movements = fc.array(
  fc.record({
    kind: fc.constantFrom('invoice' as const, 'credit-note' as const, 'payment' as const, 'refund' as const),
    id: fc.uuid(),
    on: fc.constantFrom('2027-01-01', '2027-01-02', '2027-02-01'),
    label: fc.string(),
    about: fc.string(),
    pence: fc.integer({ min: 1, max: 1_000_000 }),
  }),
);

it('ends with what was charged less what was paid or credited, and has each movement once', () => {
  fc.assert(
    fc.property(movements, (list) => {
      const lines = statementOf(list);
      const sign = ({ kind }: Movement) => (kind === 'invoice' || kind === 'refund' ? 1 : -1);
      const due = list.reduce((total, each) => total + sign(each) * each.pence, 0);
      expect(lines.at(-1)?.balancePence ?? 0).toBe(due);
      expect(lines.map(({ id }) => id).toSorted()).toEqual(list.map(({ id }) => id).toSorted());
      expect(lines.map(({ on }) => on)).toEqual(list.map(({ on }) => on).toSorted());
    }),
  );
});

const on = '2027-01-01';
const line = (kind: Movement['kind'], pence: number): Movement => ({
  kind,
  id: kind,
  on,
  label: '',
  about: '',
  pence,
});

it('has an invoice before the payment of the same day', () => {
  const lines = statementOf([line('payment', 500), line('invoice', 700)]);
  expect(lines.map(({ balancePence }) => balancePence)).toEqual([700, 200]);
  expect(lines).toMatchObject([
    { chargedPence: 700, paidPence: null },
    { chargedPence: null, paidPence: 500 },
  ]);
});

describe('what is owed', () => {
  const open: OpenAmount[] = [
    { customerId: 'a', customerName: 'Ambridge', dueOn: '2027-03-20', outstandingPence: 900, invoices: 1 },
    { customerId: 'b', customerName: 'Borchester', dueOn: '2027-03-01', outstandingPence: 200, invoices: 2 },
    { customerId: 'b', customerName: 'Borchester', dueOn: '2026-01-01', outstandingPence: 50, invoices: 1 },
  ];

  it('is told of each customer, those with the most overdue first', () => {
    expect(debtors(open, '2027-03-10')).toMatchObject([
      { id: 'b', outstandingPence: 250, overduePence: 250, byAge: { '1-30': 200, 'over-90': 50 } },
      { id: 'a', outstandingPence: 900, overduePence: 0 },
    ]);
  });

  it('is told by age, with how many invoices', () => {
    expect(ageGroups(open, '2027-03-10').map(({ pence, invoices }) => [pence, invoices])).toEqual([
      [900, 1],
      [200, 2],
      [0, 0],
      [0, 0],
      [50, 1],
    ]);
  });
});
