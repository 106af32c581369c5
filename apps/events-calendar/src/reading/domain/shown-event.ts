import type {
  CalendarEvent,
  EventFormat,
  EventStatus,
  Joining,
  Occurrence,
  Place,
  When,
} from '../../events/domain/event.js';

/** What a page shows of an event: the event itself, or one occurrence with what it has of its own. */
export interface ShownEvent {
  readonly title: string;
  readonly when: When;
  readonly format: EventFormat;
  readonly place: Place | null;
  readonly joining: Joining | null;
  /** Markdown. */
  readonly description: string;
  readonly status: EventStatus;
  /** Why it is postponed or cancelled. */
  readonly reason: string | null;
}

/** An event as its page shows it. `when` is that of its next occurrence where it recurs. */
export function showEvent(event: CalendarEvent, when: When = event.when): ShownEvent {
  const { title, format, place, joining, description, status, statusReason } = event;
  return { title, when, format, place, joining, description, status, reason: statusReason };
}

/** One occurrence. An event that is off as a whole takes all its occurrences with it. */
export function showOccurrence(event: CalendarEvent, occurrence: Occurrence): ShownEvent {
  const whole = showEvent(event, occurrence.when);
  const { change, cancelled } = occurrence;
  const isOffAlone = cancelled !== null && event.status !== 'cancelled';
  return {
    ...whole,
    title: change?.title ?? whole.title,
    format: change?.format ?? whole.format,
    place: change?.place === undefined ? whole.place : change.place,
    joining: change?.joining === undefined ? whole.joining : change.joining,
    description: change?.description ?? whole.description,
    ...(isOffAlone && { status: 'cancelled', reason: cancelled.reason }),
  };
}
