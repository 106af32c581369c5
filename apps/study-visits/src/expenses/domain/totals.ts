import { sharesOf } from './shares.js';
import { counts, type ExpenseState, type PaidWith } from './steps.js';

/** What totals are reckoned from: an expense, in pence. */
export interface Reckoned {
  /** Whose claim it is. */
  readonly claimant: string;
  readonly state: ExpenseState;
  readonly paidWith: PaidWith;
  readonly pence: number;
  /** Whom it was for, the claimant included where it was for them; at least one. */
  readonly sharers: readonly string[];
}

/** What expenses come to, in pence. */
export interface ExpenseTotals {
  /** Sent, and neither agreed nor refused. */
  readonly waitingPence: number;
  /** Agreed, whosever money it was, also what is paid back by now. */
  readonly agreedPence: number;
  /** Of the claimants' own money, agreed and not paid back yet. */
  readonly owedPence: number;
  readonly paidPence: number;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((one, other) => one + other, 0);

export function totalsOf(expenses: readonly Pick<Reckoned, 'state' | 'paidWith' | 'pence'>[]): ExpenseTotals {
  const of = (is: (expense: Pick<Reckoned, 'state' | 'paidWith'>) => boolean) =>
    sum(expenses.filter(is).map(({ pence }) => pence));
  return {
    waitingPence: of(({ state }) => state === 'sent'),
    agreedPence: of(({ state }) => counts(state)),
    owedPence: of(({ state, paidWith }) => state === 'agreed' && paidWith === 'own'),
    paidPence: of(({ state }) => state === 'paid'),
  };
}

/**
 * What each had of what was agreed: every expense is parted among those whom it was for, so that the parts of all are what was
 * agreed in all.
 *
 * @returns pence by person; whoever had nothing is left out
 */
export function partsOf(expenses: readonly Reckoned[]): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const { state, pence, sharers } of expenses) {
    if (!counts(state)) continue;
    const shares = sharesOf(pence, sharers.length);
    sharers.forEach((person, index) => parts.set(person, (parts.get(person) ?? 0) + (shares[index] ?? 0)));
  }
  return parts;
}
