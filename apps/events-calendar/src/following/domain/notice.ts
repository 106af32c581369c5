import { Temporal } from 'temporal-polyfill';
import { changesBetween } from './changes-between.js';
import type { EventFacts } from '../../events/domain/event-facts.js';

/** The longest that followers wait to hear that something is called off, in seconds. */
export const urgentWindow = 60;

/** Whether an edit calls something off: the event, or one of its dates. */
export function isUrgent(before: EventFacts | null, after: EventFacts, now: Temporal.Instant): boolean {
  if (before === null) return false;
  const changes = changesBetween(before, after, { now, sees: () => false, continuation: null });
  if (changes === null) return false;
  return (
    changes.standing === 'called-off' ||
    changes.dates.some(({ what }) => what === 'called-off' || what === 'left-out')
  );
}

/**
 * When a notice is to be told: a while after the first edit, whatever follows, so that many edits are one mail and none
 * waits long; what is called off, a minute after that was heard of at the latest.
 *
 * @param firstAt when the first edit was heard of
 * @param now when this one is
 * @param window in seconds
 */
export function dueAt(
  firstAt: Temporal.Instant,
  now: Temporal.Instant,
  { window, urgent }: { readonly window: number; readonly urgent: boolean },
): Temporal.Instant {
  const usual = firstAt.add({ seconds: window });
  if (!urgent) return usual;
  const soon = now.add({ seconds: Math.min(window, urgentWindow) });
  return Temporal.Instant.compare(soon, usual) < 0 ? soon : usual;
}

/** A version that followers know: the highest base that is not newer, or else the oldest. */
export function baseFor(bases: readonly EventFacts[], knownVersion: number): EventFacts | null {
  const sorted = bases.toSorted((a, b) => a.version - b.version);
  return sorted.findLast(({ version }) => version <= knownVersion) ?? sorted[0] ?? null;
}
