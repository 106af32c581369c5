import type { CalendarEvent, Occurrence } from './event.js';
import { expand } from './expand.js';
import { endInstant, startInstant } from './when.js';

/** What must be known of an event to tell whether it clashes. */
export type Clashable = Pick<CalendarEvent, 'id' | 'kind' | 'status' | 'when' | 'recurrence'>;

/** Two occurrences at one time. */
export interface Clash<E extends Clashable> {
  readonly event: E;
  readonly theirs: Occurrence;
  readonly ours: Occurrence;
}

/**
 * Which events take place while the candidate does, for a warning, by the candidate's dates: each pair of occurrences
 * that have any time in common, whole days and times alike. An event does not clash with itself (an older version).
 *
 * Drafts do clash: staff plan with them. These do not, whichever of the two they are: events that are cancelled or
 * postponed and occurrences that are called off, for they do not take place; months, for no day is known; and deadlines,
 * for nobody has to be anywhere.
 */
export function clashes<E extends Clashable>(
  candidate: Clashable,
  others: readonly E[],
): readonly Clash<E>[] {
  const ours = takingPlace(candidate);
  return others
    .filter((event) => event.id !== candidate.id)
    .flatMap((event) =>
      takingPlace(event).flatMap((theirs) =>
        ours
          .filter((own) => own.start < theirs.end && theirs.start < own.end)
          .map((own) => ({ event, theirs, ours: own })),
      ),
    )
    .sort((a, b) => a.ours.start - b.ours.start || a.theirs.start - b.theirs.start)
    .map(({ event, theirs, ours }) => ({ event, theirs: theirs.occurrence, ours: ours.occurrence }));
}

/** An occurrence with its ends in milliseconds, so that many can be compared quickly. */
interface Span {
  readonly occurrence: Occurrence;
  readonly start: number;
  readonly end: number;
}

function takingPlace(event: Clashable): readonly Span[] {
  if (event.status === 'cancelled' || event.status === 'postponed' || event.kind === 'deadline') return [];
  return expand(event)
    .filter(({ when, cancelled }) => when.type !== 'month' && cancelled === null)
    .map((occurrence) => ({
      occurrence,
      start: startInstant(occurrence.when).epochMilliseconds,
      end: endInstant(occurrence.when).epochMilliseconds,
    }));
}
