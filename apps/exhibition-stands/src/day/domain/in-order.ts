import { Temporal } from 'temporal-polyfill';
import type { OnRota } from './stand-now.js';

/**
 * Who has which shift in the order in which people look for somebody: by the beginning of the shift, then by name.
 *
 * @param nameOf of a member of the team
 */
export const inOrder = <One extends Pick<OnRota, 'memberId' | 'terms'>>(
  all: readonly One[],
  nameOf: (memberId: string) => string,
): One[] =>
  all.toSorted(
    (a, b) =>
      Temporal.Instant.compare(a.terms.start, b.terms.start) ||
      nameOf(a.memberId).localeCompare(nameOf(b.memberId), 'en-GB'),
  );
