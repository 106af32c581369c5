import {
  accepted,
  checkPenceRange,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import type { Price } from '../../catalogue/domain/catalogue.js';
import { categories, categoryTitles, type Category } from '../../members/domain/organisation.js';
import { checkPlausibleDay } from '../../set-up/domain/days.js';
import { ordinaryUntil } from './ticket-type.js';

/** £100,000. */
export const highestPrice = 10_000_000;

/** More early prices than this nobody can tell apart. */
export const mostEarlyDays = 6;

export interface PriceInput {
  /** Where its problems are shown. */
  readonly field: string;
  readonly untilField: string;
  readonly category: string;
  /** `null`: without an end. */
  readonly until: Checked<string | null>;
  readonly pence: Checked<number>;
}

/**
 * The prices of a ticket type. A category that has none cannot buy it; one that has an early price has an ordinary one too,
 * as otherwise nobody of it could buy once the early days are over; and waiting never makes it cheaper.
 *
 * @param lastDay of the conference; `null`: not known
 * @returns by category, the earliest first
 */
export function checkPrices(given: readonly PriceInput[], lastDay: string | null): Checked<readonly Price[]> {
  const each = given.map((price) => ({ ...price, read: readPrice(price, lastDay) }));
  const problems = problemsOf(...each.map(({ read }) => read));
  if (problems.length > 0) return refused(...distinct(problems));
  const prices = each.flatMap(({ read, field }) => (read.ok ? [{ ...read.value, field }] : []));
  const days = new Set(prices.map(({ until }) => until).filter((until) => until !== ordinaryUntil));
  const [first] = given;
  if (days.size > mostEarlyDays && first) {
    const message = `Early prices can end on ${mostEarlyDays} different days at most. Take some of them away.`;
    return refuse(first.field, 'too-many-early-prices', message);
  }
  const found = categories.flatMap((category) =>
    inOrder(
      category,
      prices.filter((price) => price.category === category),
    ),
  );
  if (found.length > 0) return refused(...found);
  return accepted(
    categories.flatMap((category) =>
      prices
        .filter((price) => price.category === category)
        .toSorted(byDay)
        .map(({ until, pence }) => ({ category, until, pence })),
    ),
  );
}

const byDay = (one: Price, other: Price): number => (one.until < other.until ? -1 : 1);

function readPrice({ field, untilField, ...given }: PriceInput, lastDay: string | null): Checked<Price> {
  const category = categories.find((each) => each === given.category);
  if (category === undefined) {
    return refuse(field, 'unknown-category', `Prices are for one of: ${categories.join(', ')}.`);
  }
  const until = checkPlausibleDay(given.until, untilField);
  const pence = given.pence.ok
    ? checkPenceRange(given.pence.value, field, { what: 'the price', most: highestPrice })
    : given.pence;
  if (!until.ok || !pence.ok) return refused(...problemsOf(until, pence));
  if (until.value !== null && lastDay !== null && until.value > lastDay) {
    return refuse(
      untilField,
      'until-after-conference',
      'This is after the conference. The last day of an early price must be before its end.',
    );
  }
  return accepted({ category, until: until.value ?? ordinaryUntil, pence: pence.value });
}

/** What is wrong among the prices of one category. */
function inOrder(
  category: Category,
  prices: readonly (Price & { readonly field: string })[],
): FieldProblem[] {
  const title = categoryTitles[category];
  const sorted = prices.toSorted(byDay);
  const twice = sorted.find(({ until }, index) => sorted[index - 1]?.until === until);
  if (twice) {
    const message = `“${title}” has two prices that end on the same day. Take one of them away.`;
    return [{ field: twice.field, code: 'price-twice', message }];
  }
  const last = sorted.at(-1);
  if (last && last.until !== ordinaryUntil) {
    const message = `“${title}” has an early price but no ordinary one: nobody could book after the early days. Enter the ordinary price, or take the early one away.`;
    return [{ field: last.field, code: 'ordinary-price-missing', message }];
  }
  const dearer = sorted.find(({ pence }, index) => pence > (sorted[index + 1]?.pence ?? pence));
  if (dearer) {
    const message = `The early price of “${title}” is higher than the one after it. Check both.`;
    return [{ field: dearer.field, code: 'early-price-higher', message }];
  }
  return [];
}

/** A date that several prices share is wrong once. */
const distinct = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter(
    ({ field, code }, index) =>
      problems.findIndex((other) => other.field === field && other.code === code) === index,
  );
