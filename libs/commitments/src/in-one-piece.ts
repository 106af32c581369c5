import { Temporal } from 'temporal-polyfill';
import type { Commitment } from './commitment.js';

/**
 * Somebody's commitments with those of one place that follow one another without a gap, or lie in one another, as one: two
 * shifts in a row on a stand. What nobody has said the place of stays apart.
 *
 * @returns in the order of their beginnings; each with the id and the title of its first
 */
export function inOnePiece(commitments: readonly Commitment[]): Commitment[] {
  const pieces: Commitment[] = [];
  for (const each of commitments.toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))) {
    const at = each.place === null ? -1 : pieces.findLastIndex(({ place }) => place === each.place);
    const before = pieces[at];
    if (before === undefined || Temporal.Instant.compare(before.end, each.start) < 0) pieces.push(each);
    else pieces[at] = { ...before, end: later(before.end, each.end) };
  }
  return pieces;
}

const later = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;
