import { detailsOf, sameDetails } from '../events/domain/changes.js';
import { changeOf } from '../events/domain/edit-occurrence.js';
import { accepted, type Checked } from '../events/domain/errors.js';
import type { CalendarEvent, EventDetails } from '../events/domain/event.js';
import { occurrencePlacer } from '../events/domain/expand.js';
import { findOccurrence } from '../events/domain/series.js';
import { detailsFrom } from '../events/domain/series-edit.js';

export const editScopes = ['this', 'later', 'all'] as const;
export type EditScope = (typeof editScopes)[number];

/** What of an event is edited, and what it says now. */
export interface EditTarget {
  readonly scope: EditScope;
  /** The occurrence, as `OccurrenceException.original`; `null` for all of the event. */
  readonly original: string | null;
  readonly details: EventDetails;
}

/** Whether a form said just what there is already; exceptions are not the form's to say. */
export const saysTheSame = (a: EventDetails, b: EventDetails): boolean =>
  sameDetails(withoutExceptions(a), withoutExceptions(b));

const withoutExceptions = (details: EventDetails): EventDetails => ({
  ...details,
  recurrence: details.recurrence && { ...details.recurrence, exceptions: [] },
});

/**
 * What an address asks to be edited; `null` where it has to be asked first, since the event repeats.
 * A problem is at `original`: the event does not take place on that date.
 */
export function editTarget(event: CalendarEvent, scope: unknown, on: unknown): Checked<EditTarget> | null {
  if (event.recurrence === null || scope === 'all') {
    return accepted({ scope: 'all', original: null, details: detailsOf(event) });
  }
  if ((scope !== 'this' && scope !== 'later') || typeof on !== 'string') return null;
  const details = scope === 'this' ? detailsOn(event, on) : detailsFrom(event, on);
  return details.ok ? accepted({ scope, original: on, details: details.value }) : details;
}

/** What an event says on one of its dates. That date by itself does not repeat. */
export function detailsOn(event: CalendarEvent, original: string): Checked<EventDetails> {
  const found = findOccurrence(event, original);
  if (!found.ok) return found;
  const { series, index } = found.value;
  const start = series.starts[index];
  const { cancelled: _, ...change } = changeOf(event, original);
  const when = start ? occurrencePlacer(series.when)(start.date) : event.when;
  return accepted({ ...detailsOf(event), when, ...change, recurrence: null });
}
