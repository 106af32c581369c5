import type { RotaPlacement, RotaProblem } from './problem.js';

/** What has happened since a rota was published. */
export interface Happened {
  /** Who is where as people know it by now. */
  readonly current: readonly RotaPlacement[];
  /** Slots that started before this instant are left as they were. */
  readonly now: string;
  /** Who cannot be where they should be. */
  readonly dropped: readonly RotaPlacement[];
}

/** How one rota differs from another. */
export interface RotaMoves {
  readonly gone: readonly RotaPlacement[];
  readonly added: readonly RotaPlacement[];
}

const keyOf = ({ person, slot }: RotaPlacement): string => JSON.stringify([person, slot]);

/** The placements of one rota that are not in another. */
const without = (
  some: readonly RotaPlacement[],
  others: readonly RotaPlacement[],
): readonly RotaPlacement[] => {
  const keys = new Set(others.map(keyOf));
  return some.filter((placement) => !keys.has(keyOf(placement)));
};

/** The problem of filling the gaps that have opened: what is past stays, and each change has its price. */
export const repairProblem = (problem: RotaProblem, { current, now, dropped }: Happened): RotaProblem => ({
  ...problem,
  published: without(current, dropped),
  settledBefore: now,
  forbidden: [...problem.forbidden, ...dropped],
  pinned: without(problem.pinned, dropped),
});

/** What somebody who knows `before` has to be told of `after`. */
export const movesBetween = (
  before: readonly RotaPlacement[],
  after: readonly RotaPlacement[],
): RotaMoves => ({ gone: without(before, after), added: without(after, before) });
