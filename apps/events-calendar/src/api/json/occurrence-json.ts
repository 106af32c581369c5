import type { CalendarEvent, Occurrence } from '../../events/domain/event.js';
import { mayJoin, type Reader } from '../../events/domain/visibility.js';
import type { OccurrenceOutput } from '../schemas/lists.schema.js';
import { placeJson } from './event-json.js';
import { whenJson } from './when-json.js';

/** One occurrence of an event, with what it has of its own in the place of what the event has. */
export function occurrenceJson(
  occurrence: Occurrence,
  event: CalendarEvent,
  reader: Reader,
): OccurrenceOutput {
  const change = occurrence.change ?? {};
  const joining = change.joining === undefined ? event.joining : change.joining;
  return {
    event: event.ref,
    original: occurrence.original,
    title: change.title ?? event.title,
    kind: event.kind,
    format: change.format ?? event.format,
    when: whenJson(occurrence.when),
    place: placeJson(change.place === undefined ? event.place : change.place),
    joining: mayJoin(event, reader, joining) ? joining : null,
    audience: event.audience,
    board: event.board,
    series: event.series,
    status: occurrence.cancelled ? 'cancelled' : event.status,
    statusReason: occurrence.cancelled?.reason ?? event.statusReason,
  };
}
