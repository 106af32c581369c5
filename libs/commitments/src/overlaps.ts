import type { Temporal } from 'temporal-polyfill';
import type { Commitment } from './commitment.js';

/** Two things that one person cannot both be at. */
export interface Overlap {
  /** The one that begins first. */
  readonly first: Commitment;
  readonly second: Commitment;
  /** Whether they are at the same time; else there is too little time to get from one to the other. */
  readonly isAtOnce: boolean;
}

/**
 * Which of somebody's commitments they cannot both keep: those at the same time, and those with less time between them than it
 * takes to get from one to the other. Where one ends as the other begins, at the same place, is no overlap.
 *
 * @param walkingMinutes what every way takes at least, between different places
 * @returns each pair once, the earliest first
 */
export function overlaps(commitments: readonly Commitment[], walkingMinutes = 0): Overlap[] {
  const inOrder = commitments.toSorted(byStart);
  const longestWay = Math.max(walkingMinutes, ...inOrder.map((each) => each.walkingMinutes));
  return inOrder.flatMap((first, index) => {
    const found: Overlap[] = [];
    const over = first.end.add({ minutes: longestWay });
    for (const second of inOrder.slice(index + 1)) {
      if (compare(second.start, over) >= 0) break;
      if (second.id === first.id || !isTooClose(first, second, walkingMinutes)) continue;
      found.push({ first, second, isAtOnce: compare(second.start, first.end) < 0 });
    }
    return found;
  });
}

/** Those that one of them clashes with, in the order of their beginnings; see {@link overlaps}. */
export function clashesWith(
  one: Commitment,
  others: readonly Commitment[],
  walkingMinutes = 0,
): readonly Commitment[] {
  return overlaps([one, ...others], walkingMinutes).flatMap(({ first, second }) => {
    if (first === one) return second;
    return second === one ? first : [];
  });
}

function isTooClose(first: Commitment, second: Commitment, walkingMinutes: number): boolean {
  const isOnePlace = first.place !== null && first.place === second.place;
  const minutes = isOnePlace ? 0 : Math.max(walkingMinutes, first.walkingMinutes, second.walkingMinutes);
  return compare(second.start, first.end.add({ minutes })) < 0;
}

function compare(one: Temporal.Instant, other: Temporal.Instant): number {
  return one.epochMilliseconds - other.epochMilliseconds;
}

const byStart = (one: Commitment, other: Commitment): number =>
  compare(one.start, other.start) || compare(one.end, other.end) || (one.id < other.id ? -1 : 1);
