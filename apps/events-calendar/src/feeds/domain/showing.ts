import { Temporal } from 'temporal-polyfill';
import type {
  AllDay,
  CalendarEvent,
  EventFormat,
  Joining,
  OccurrenceChange,
  Place,
  Timed,
  When,
} from '../../events/domain/event.js';
import { occurrencePlacer } from '../../events/domain/expand.js';

/** What one VEVENT shows: an event, or an occurrence that differs from its series. */
export interface Showing {
  readonly title: string;
  readonly when: When;
  readonly format: EventFormat;
  readonly place: Place | null;
  readonly joining: Joining | null;
  readonly description: string;
  readonly standing: 'confirmed' | 'postponed' | 'cancelled';
  /** Why it is postponed or cancelled. */
  readonly reason: string | null;
  /** Where the rule puts it; null for the event itself. */
  readonly original: string | null;
}

export interface OccurrenceShowing extends Showing {
  readonly original: string;
}

/** The event itself; of a series, what its occurrences have in common. */
export function showEvent(event: CalendarEvent): Showing {
  const isOff = event.status === 'cancelled' || event.status === 'postponed';
  return {
    title: event.title,
    when: event.when,
    format: event.format,
    place: event.place,
    joining: event.joining,
    description: event.description,
    standing: event.status === 'cancelled' || event.status === 'postponed' ? event.status : 'confirmed',
    reason: isOff ? event.statusReason : null,
    original: null,
  };
}

/** An occurrence with something of its own. An event that is off as a whole takes all its occurrences with it. */
export function showOccurrence(
  event: CalendarEvent,
  seriesWhen: Timed | AllDay,
  original: string,
  change: OccurrenceChange,
): OccurrenceShowing {
  const whole = showEvent(event);
  const isOffAlone = whole.standing !== 'cancelled' && change.cancelled !== undefined;
  return {
    title: change.title ?? whole.title,
    when: change.when ?? occurrencePlacer(seriesWhen)(Temporal.PlainDate.from(original)),
    format: change.format ?? whole.format,
    place: change.place === undefined ? whole.place : change.place,
    joining: change.joining === undefined ? whole.joining : change.joining,
    description: change.description ?? whole.description,
    standing: isOffAlone ? 'cancelled' : whole.standing,
    reason: isOffAlone ? (change.cancelled?.reason ?? null) : whole.reason,
    original,
  };
}
