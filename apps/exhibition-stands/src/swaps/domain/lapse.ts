import { Temporal } from 'temporal-polyfill';
import type { Current } from '../../published/domain/rota-diff.js';
import { firstStart, isOpen, type LapseReason, type Swap, type SwapPart } from './swap.js';

/** What a swap depends on, as it is now. */
export interface Around {
  readonly now: Temporal.Instant;
  /** Who has which shift, by the ids of their parts in them. */
  readonly current: ReadonlyMap<string, Pick<Current, 'status' | 'terms'>>;
  /** Those who help. */
  readonly team: ReadonlySet<string>;
}

/** Why nothing can come of a swap any more; `null`: it still may, or has ended. */
export function lapseOf(swap: Swap, around: Around): LapseReason | null {
  const { given, taken, otherId, status } = swap;
  if (!isOpen(status)) return null;
  if (Temporal.Instant.compare(firstStart(swap), around.now) <= 0) return 'begun';
  const found = [given, ...(taken === null ? [] : [taken])].map((part) => partLapse(part, around));
  const why = found.find((each) => each !== null) ?? null;
  if (why !== null) return why;
  return around.team.has(otherId) ? null : 'left';
}

function partLapse({ assignmentId, start, end }: SwapPart, { current }: Around): LapseReason | null {
  const now = current.get(assignmentId);
  if (now === undefined || now.status === 'dropped-out') return 'gone';
  // Whoever has checked in is there already.
  if (now.status !== 'assigned') return 'begun';
  return now.terms.start.equals(start) && now.terms.end.equals(end) ? null : 'changed';
}
