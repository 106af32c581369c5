import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

export const budgetCategories = [
  'travel',
  'local-travel',
  'rooms',
  'food',
  'hosts',
  'interpreters',
  'insurance',
  'leaders',
  'other',
] as const;

/** What money goes on. */
export type BudgetCategory = (typeof budgetCategories)[number];

/** What something for a visit may cost, what it did, and who pays for it besides the travellers. */
export interface BudgetLine {
  readonly category: BudgetCategory;
  readonly description: string;
  /** Whole pence; `null`: it was not planned. */
  readonly plannedPence: number | null;
  /** Whole pence; `null`: not known yet. */
  readonly actualPence: number | null;
  /** Whole pence that somebody gives towards it; 0: nobody does. */
  readonly fundedPence: number;
  /** Who gives it; empty where nobody does. */
  readonly fundedBy: string;
}

/** The same as a form or a program gives it. */
export interface BudgetLineInput {
  readonly category: string;
  readonly description: string;
  readonly plannedPence: Checked<number | null>;
  readonly actualPence: Checked<number | null>;
  readonly fundedPence: Checked<number | null>;
  readonly fundedBy: string;
}

/** @returns the line, or all that is wrong with it, each at its field */
export function checkBudgetLine(input: BudgetLineInput): Checked<BudgetLine> {
  const { plannedPence, actualPence, fundedPence } = input;
  const category = checkChoice<BudgetCategory>(
    input.category,
    budgetCategories,
    'category',
    'Say what the money goes on.',
  );
  const description = checkText<string>(input.description, 'description', {
    longest: 200,
    missing: { code: 'missing', message: 'Say what it is for.' },
  });
  const fundedBy = checkOptionalText(input.fundedBy, 'fundedBy', { longest: 200 });
  if (
    !category.ok ||
    !description.ok ||
    !plannedPence.ok ||
    !actualPence.ok ||
    !fundedPence.ok ||
    !fundedBy.ok
  ) {
    return refused(
      ...problemsOf<FieldProblem>(category, description, plannedPence, actualPence, fundedPence, fundedBy),
    );
  }
  if (plannedPence.value === null && actualPence.value === null) {
    return refuse('plannedPence', 'missing', 'Enter what it may cost, or what it did.');
  }
  const funded = fundedPence.value ?? 0;
  if (funded > 0 && fundedBy.value === null) {
    return refuse('fundedBy', 'missing', 'Say who gives this money, or leave the sum blank.');
  }
  if (funded === 0 && fundedBy.value !== null) {
    return refuse('fundedPence', 'missing', 'Enter how much they give, or leave their name blank.');
  }
  return accepted({
    category: category.value,
    description: description.value,
    plannedPence: plannedPence.value,
    actualPence: actualPence.value,
    fundedPence: funded,
    fundedBy: fundedBy.value ?? '',
  });
}

/** What all lines come to, in pence. */
export interface BudgetTotals {
  readonly plannedPence: number;
  readonly actualPence: number;
  /** What it comes to if all that is not known yet costs what was planned. */
  readonly expectedPence: number;
  readonly fundedPence: number;
}

/** What a line comes to. */
export type Sums = Pick<BudgetLine, 'plannedPence' | 'actualPence' | 'fundedPence'> & {
  /** Expenses of staff and travellers that were agreed to and are on the line; they come on top of what was entered. */
  readonly expensesPence?: number;
};

/** What is known to be spent on a line, in pence. @returns `null` while nothing is */
export const spentOn = ({ actualPence, expensesPence = 0 }: Sums): number | null =>
  actualPence === null && expensesPence === 0 ? null : (actualPence ?? 0) + expensesPence;

/** What a line will cost as things stand: while only expenses are known, at least what was planned. */
const expectedOn = (line: Sums): number =>
  line.actualPence === null
    ? Math.max(line.plannedPence ?? 0, line.expensesPence ?? 0)
    : (spentOn(line) ?? 0);

export const totalsOf = (lines: readonly Sums[]): BudgetTotals => ({
  plannedPence: sum(lines.map(({ plannedPence }) => plannedPence ?? 0)),
  actualPence: sum(lines.map((line) => spentOn(line) ?? 0)),
  expectedPence: sum(lines.map(expectedOn)),
  fundedPence: sum(lines.map(({ fundedPence }) => fundedPence)),
});

/** The same for each category that has a line, in the order of the categories. */
export const totalsByCategory = (
  lines: readonly (Sums & Pick<BudgetLine, 'category'>)[],
): readonly (BudgetTotals & { readonly category: BudgetCategory })[] =>
  budgetCategories.flatMap((category) => {
    const own = lines.filter((line) => line.category === category);
    return own.length === 0 ? [] : [{ category, ...totalsOf(own) }];
  });

/**
 * What a sum comes to for each of so many people, to the nearest penny, half a penny up.
 *
 * @param pence whole pence, not negative
 * @returns `null` where there is nobody
 */
export const perHead = (pence: number, heads: number): number | null =>
  heads === 0 ? null : Math.floor((2 * pence + heads) / (2 * heads));

/** How a visit's money stands: what it costs beside what comes in. All in pence. */
export interface Balance {
  readonly totals: BudgetTotals;
  /** What each place was to cost, by the places that there are. */
  readonly plannedPerPlace: number | null;
  /** What each delegate who comes costs as things stand; `null` while nobody does. */
  readonly expectedPerDelegate: number | null;
  /** The same of what is known by now. */
  readonly actualPerDelegate: number | null;
  /** What somebody gives for each delegate who comes. */
  readonly fundedPerDelegate: number | null;
  /** What delegates pay if every place is taken: funded places cost them nothing. */
  readonly plannedIncome: number;
  /** What those who come pay. */
  readonly expectedIncome: number;
  /** What remains; negative: what is short. */
  readonly planned: number;
  readonly expected: number;
}

/** What a visit's money is reckoned from. */
export interface Reckoned {
  readonly lines: readonly Sums[];
  readonly pricePence: number;
  readonly places: number;
  readonly fundedPlaces: number;
  /** Who come: delegates with a place, and how many of them pay nothing. */
  readonly delegates: number;
  readonly fundedDelegates: number;
}

export function balanceOf(reckoned: Reckoned): Balance {
  const { lines, pricePence, places, fundedPlaces, delegates, fundedDelegates } = reckoned;
  const totals = totalsOf(lines);
  const plannedIncome = pricePence * (places - fundedPlaces);
  const expectedIncome = pricePence * (delegates - fundedDelegates);
  return {
    totals,
    plannedPerPlace: perHead(totals.plannedPence, places),
    expectedPerDelegate: perHead(totals.expectedPence, delegates),
    actualPerDelegate: perHead(totals.actualPence, delegates),
    fundedPerDelegate: perHead(totals.fundedPence, delegates),
    plannedIncome,
    expectedIncome,
    planned: plannedIncome + totals.fundedPence - totals.plannedPence,
    expected: expectedIncome + totals.fundedPence - totals.expectedPence,
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((one, other) => one + other, 0);
