import { refuse, refused, accepted, problemsOf, type Checked } from '#checks';
import type { Price } from '../../catalogue/domain/catalogue.js';
import { categories, type Category } from '../../members/domain/organisation.js';
import type { PriceInput } from './prices.js';
import { ordinaryUntil } from './ticket-type.js';

/** One column of a price table: what each category pays until a day. */
export interface PriceTier {
  /** ISO, the last day of it; `null`: the ordinary prices, the last column. */
  readonly until: string | null;
  /** In pence; a category that is left out has no price of its own here. */
  readonly pence: Readonly<Partial<Record<Category, number>>>;
}

/** Prices as the columns of a table, the earliest first, the ordinary ones last, even where there are none. */
export function tiersOf(prices: readonly Price[]): readonly PriceTier[] {
  const days = new Set(prices.map(({ until }) => until).filter((until) => until !== ordinaryUntil));
  const tier = (until: string): PriceTier['pence'] =>
    Object.fromEntries(
      prices.filter((price) => price.until === until).map(({ category, pence }) => [category, pence]),
    );
  return [
    ...[...days].toSorted().map((until) => ({ until, pence: tier(until) })),
    { until: null, pence: tier(ordinaryUntil) },
  ];
}

/** One column as a form has it, with the names of its controls. */
export interface TierInput {
  readonly untilField: string;
  /** `null`: none was given. Not looked at for the ordinary prices. */
  readonly until: Checked<string | null>;
  readonly cells: readonly {
    readonly category: Category;
    readonly field: string;
    readonly pence: Checked<number | null>;
  }[];
}

/**
 * The prices that the columns of a form come to. Columns that are blank altogether are left out; the days of early prices
 * must follow each other.
 *
 * @param early the columns before the ordinary prices
 */
export function readTiers(early: readonly TierInput[], ordinary: TierInput): Checked<readonly PriceInput[]> {
  const used = early.filter((tier) => !isBlank(tier));
  const days = used.map((tier) => checkTier(tier));
  const problems = problemsOf(
    ...days,
    ...[...used, ordinary].flatMap(({ cells }) => cells.map(({ pence }) => pence)),
    ...inOrder(used),
  );
  if (problems.length > 0) return refused(...problems);
  return accepted([...used, ordinary].flatMap((tier) => pricesOf(tier, tier === ordinary)));
}

const isBlank = ({ until, cells }: TierInput): boolean =>
  until.ok && until.value === null && cells.every(({ pence }) => pence.ok && pence.value === null);

function checkTier({ until, untilField, cells }: TierInput): Checked<string | null> {
  if (!until.ok) return until;
  if (until.value === null) {
    return refuse(untilField, 'date-missing', 'Enter the last day of these early prices, or take them away.');
  }
  const [first] = cells;
  if (first && cells.every(({ pence }) => pence.ok && pence.value === null)) {
    const message = 'Enter the early price of at least one category, or take the day away.';
    return refuse(first.field, 'early-price-missing', message);
  }
  return until;
}

/** Days of early prices that do not come after those of the column before. */
function inOrder(used: readonly TierInput[]): readonly Checked<never>[] {
  return used.flatMap(({ until, untilField }, index) => {
    const before = used[index - 1]?.until;
    if (!before?.ok || !until.ok || before.value === null || until.value === null) return [];
    if (until.value > before.value) return [];
    const message = 'This must be after the last day of the early prices before it. Put the days in order.';
    return [refuse(untilField, 'dates-not-in-order', message)];
  });
}

function pricesOf({ until, untilField, cells }: TierInput, isOrdinary: boolean): PriceInput[] {
  return cells.flatMap(({ category, field, pence }) =>
    pence.ok && pence.value !== null
      ? [
          {
            field,
            untilField,
            category,
            until: isOrdinary ? accepted(null) : until,
            pence: accepted(pence.value),
          },
        ]
      : [],
  );
}

/** Who has a price, of all categories. */
export const categoriesWithPrice = (prices: readonly Price[]): readonly Category[] =>
  categories.filter((category) => prices.some((price) => price.category === category));
