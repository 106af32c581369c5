import type { Membership } from '../../domain/membership.js';
import { categories, isMember, type Category } from '../../domain/organisation.js';
import type { Period } from './periods.js';

/** Changes of category or status that are alike, on one day. */
export interface CountedChange {
  /** ISO date; `null`: before records began. */
  readonly on: string | null;
  readonly from: Membership | null;
  readonly to: Membership;
  /** How many organisations. */
  readonly count: number;
}

export type Numbers = Readonly<Record<Category, number>>;

/** What became of the membership in a period. */
export interface PeriodNumbers extends Period {
  readonly joined: number;
  readonly left: number;
  /** Members at the end of its last day, by category. */
  readonly members: Numbers;
  readonly total: number;
}

export interface NumbersOverTime {
  /** Members before the first period, those whose day of joining is not known among them. */
  readonly before: Numbers;
  readonly periods: readonly PeriodNumbers[];
}

/**
 * Joiners, leavers and members by category. Whoever goes from one category to another neither joins nor leaves. So in every
 * period the members at its end are those at its beginning, and who joined, less who left.
 *
 * @param periods one after another, without gaps
 */
export function numbersOverTime(
  changes: readonly CountedChange[],
  periods: readonly Period[],
): NumbersOverTime {
  const [first] = periods;
  const counts = new Map<Category, number>(categories.map((category) => [category, 0]));
  const apply = (change: CountedChange) => {
    for (const [category, by] of effects(change)) counts.set(category, (counts.get(category) ?? 0) + by);
  };
  const within = (change: CountedChange, period: Period) =>
    change.on !== null && change.on >= period.first && change.on <= period.last;
  const isBefore = ({ on }: CountedChange) => on === null || first === undefined || on < first.first;

  changes.filter(isBefore).forEach(apply);
  const before = numbersOf(counts);
  return {
    before,
    periods: periods.map((period) => {
      const own = changes.filter((change) => within(change, period));
      own.forEach(apply);
      const members = numbersOf(counts);
      return {
        ...period,
        joined: sum(own.filter(isJoining)),
        left: sum(own.filter(isLeaving)),
        members,
        total: totalOf(members),
      };
    }),
  };
}

export const totalOf = (numbers: Numbers): number =>
  categories.reduce((total, category) => total + numbers[category], 0);

const belongs = (membership: Membership | null): membership is Membership =>
  membership !== null && isMember(membership.status);

const isJoining = ({ from, to }: CountedChange): boolean => !belongs(from) && belongs(to);
const isLeaving = ({ from, to }: CountedChange): boolean => belongs(from) && !belongs(to);

/** By how much a change alters the number of each category. */
function effects({ from, to, count }: CountedChange): readonly (readonly [Category, number])[] {
  return [
    ...(belongs(from) ? [[from.category, -count] as const] : []),
    ...(belongs(to) ? [[to.category, count] as const] : []),
  ];
}

const sum = (changes: readonly CountedChange[]): number =>
  changes.reduce((total, { count }) => total + count, 0);

function numbersOf(counts: ReadonlyMap<Category, number>): Numbers {
  const of = (category: Category) => counts.get(category) ?? 0;
  return {
    full: of('full'),
    associate: of('associate'),
    affiliate: of('affiliate'),
    supporter: of('supporter'),
  };
}
