import { ageOf, ages, byAge, type Age, type ByAge } from './ageing.js';

/** What one customer owes that is due on one day. */
export interface OpenAmount {
  readonly customerId: string;
  readonly customerName: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly outstandingPence: number;
  readonly invoices: number;
}

/** What a customer owes, by age. */
export interface Debtor {
  readonly id: string;
  readonly name: string;
  readonly outstandingPence: number;
  readonly overduePence: number;
  readonly byAge: ByAge;
}

/** What is owed of one age. */
export interface AgeGroup {
  readonly age: Age;
  readonly pence: number;
  readonly invoices: number;
}

/** All that is owed by its age, from the youngest to the oldest. */
export function ageGroups(open: readonly OpenAmount[], today: string): readonly AgeGroup[] {
  const amounts = byAge(open, today);
  return ages.map((age) => ({
    age,
    pence: amounts[age],
    invoices: open
      .filter(({ dueOn }) => ageOf(dueOn, today) === age)
      .reduce((total, { invoices }) => total + invoices, 0),
  }));
}

/** Who owes, those with the most overdue first, then those who owe the most. */
export function debtors(open: readonly OpenAmount[], today: string): readonly Debtor[] {
  const groups = Map.groupBy(open, ({ customerId }) => customerId);
  return [...groups]
    .map(([id, own]): Debtor => {
      const amounts = byAge(own, today);
      const outstandingPence = own.reduce((total, each) => total + each.outstandingPence, 0);
      return {
        id,
        name: own[0]?.customerName ?? '',
        outstandingPence,
        overduePence: outstandingPence - amounts['not-due'],
        byAge: amounts,
      };
    })
    .toSorted(
      (a, b) =>
        b.overduePence - a.overduePence ||
        b.outstandingPence - a.outstandingPence ||
        a.name.localeCompare(b.name, 'en-GB'),
    );
}
