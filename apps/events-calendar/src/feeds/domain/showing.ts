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
): Showing {
  const whole = showEvent(event);
  const isOffAlone = whole.standing !== 'cancelled' && change.cancelled !== undefined;
  return {
    title: change.title ?? whole.title,
    when: change.when ?? whenAt(seriesWhen, original),
    format: change.format ?? whole.format,
    place: change.place === undefined ? whole.place : change.place,
    joining: change.joining === undefined ? whole.joining : change.joining,
    description: change.description ?? whole.description,
    standing: isOffAlone ? 'cancelled' : whole.standing,
    reason: isOffAlone ? (change.cancelled?.reason ?? null) : whole.reason,
    original,
  };
}

/** The series' own span, moved to where the rule puts this occurrence. */
function whenAt(when: Timed | AllDay, original: string): Timed | AllDay {
  if (when.type === 'all-day') {
    const first = Temporal.PlainDate.from(original);
    return { ...when, first, last: first.add(when.first.until(when.last)) };
  }
  const start = Temporal.PlainDateTime.from(original).toZonedDateTime(when.zone).toInstant();
  return { ...when, start, end: start.add(when.start.until(when.end)) };
}
