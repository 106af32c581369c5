import {
  accepted,
  checkChoice,
  checkPlausibleDay,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';

export const costCategories = ['space', 'stand', 'print', 'travel', 'rooms', 'food', 'other'] as const;

/** What money goes on. */
export type CostCategory = (typeof costCategories)[number];

/** What something may cost, and what it did. */
export interface CostDetails {
  readonly category: CostCategory;
  readonly description: string;
  /** Whole pence; `null`: nothing was budgeted for it. */
  readonly budgetPence: number | null;
  /** Whole pence; `null`: not known yet. */
  readonly actualPence: number | null;
  /** ISO; `null`: not paid yet. */
  readonly paidOn: string | null;
}

/** The same as a form or a program gives it. */
export interface CostInput {
  readonly category: string;
  readonly description: string;
  readonly budgetPence: Checked<number | null>;
  readonly actualPence: Checked<number | null>;
  readonly paidOn: Checked<string | null>;
}

/** @returns the cost, or all that is wrong with it, each at its field */
export function checkCost({ budgetPence, actualPence, ...input }: CostInput): Checked<CostDetails> {
  const category = checkChoice<CostCategory>(
    input.category,
    costCategories,
    'category',
    'Say what the money goes on.',
  );
  const description = checkText(input.description, 'description', {
    longest: 200,
    missing: { code: 'missing', message: 'Say what it is for.' },
  });
  const paidOn = checkPlausibleDay(input.paidOn, 'paidOn');
  if (!category.ok || !description.ok || !budgetPence.ok || !actualPence.ok || !paidOn.ok) {
    return refused(...problemsOf(category, description, budgetPence, actualPence, paidOn));
  }
  if (paidOn.value !== null && actualPence.value === null) {
    return refuse(
      'actualPence',
      'missing',
      'Enter what was paid, or leave the day of payment blank as well.',
    );
  }
  if (budgetPence.value === null && actualPence.value === null) {
    return refuse('budgetPence', 'missing', 'Enter what it may cost, or what it did.');
  }
  return accepted({
    category: category.value,
    description: description.value,
    budgetPence: budgetPence.value,
    actualPence: actualPence.value,
    paidOn: paidOn.value,
  });
}

/** What all costs come to, in pence. */
export interface CostTotals {
  readonly budgetPence: number;
  readonly actualPence: number;
  /** What it comes to if all that is not known yet costs what was budgeted. */
  readonly expectedPence: number;
}

export const totalsOf = (costs: readonly Pick<CostDetails, 'budgetPence' | 'actualPence'>[]): CostTotals => ({
  budgetPence: sum(costs.map(({ budgetPence }) => budgetPence ?? 0)),
  actualPence: sum(costs.map(({ actualPence }) => actualPence ?? 0)),
  expectedPence: sum(costs.map(({ budgetPence, actualPence }) => actualPence ?? budgetPence ?? 0)),
});

const sum = (amounts: readonly number[]): number => amounts.reduce((one, other) => one + other, 0);
