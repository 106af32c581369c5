import {
  perHead,
  totalsByCategory,
  totalsOf,
  type BudgetCategory,
  type Sums,
} from '../../budget/domain/budget.js';

/** What something cost, in all and for each delegate, in pence. */
export interface CostPerHead {
  /** `null`: all of it. */
  readonly category: BudgetCategory | null;
  readonly plannedPence: number;
  readonly actualPence: number;
  /** To the nearest penny; `null`: nobody travelled. */
  readonly actualPerHead: number | null;
}

type Line = Sums & { readonly category: BudgetCategory };

/**
 * What a visit cost, by category and in all. The sum for each delegate is reckoned from the sum in all, so that it may be a penny
 * or two off what its parts come to.
 */
export const costsPerHead = (lines: readonly Line[], delegates: number): readonly CostPerHead[] =>
  [...totalsByCategory(lines), { category: null, ...totalsOf(lines) }].map(
    ({ category, plannedPence, actualPence }) => ({
      category,
      plannedPence,
      actualPence,
      actualPerHead: perHead(actualPence, delegates),
    }),
  );

/** An organisation that sent somebody. */
export interface SentBy {
  readonly name: string;
  readonly delegates: number;
}

/** Who went, by organisation: those with the most delegates first. @param travellers without those who withdrew */
export function organisationsOf(
  travellers: readonly { readonly part: 'delegate' | 'leader'; readonly organisationName: string }[],
): readonly SentBy[] {
  const delegates = travellers.filter(({ part }) => part === 'delegate');
  return [...Map.groupBy(delegates, ({ organisationName }) => organisationName)]
    .map(([name, sent]) => ({ name, delegates: sent.length }))
    .toSorted((one, other) => other.delegates - one.delegates || one.name.localeCompare(other.name));
}
