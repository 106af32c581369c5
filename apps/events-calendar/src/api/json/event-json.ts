import type { CalendarEvent, OccurrenceException, Place } from '../../events/domain/event.js';
import { mayJoin, type Reader } from '../../events/domain/visibility.js';
import type { EventOutput } from '../schemas/event.schema.js';
import { whenJson } from './when-json.js';

type ExceptionOutput = NonNullable<EventOutput['recurrence']>['exceptions'][number];

/**
 * An event as a reader may see it: the joining link only for those who may join.
 *
 * @param publicUrl the site's own address
 */
export function eventJson(event: CalendarEvent, reader: Reader, publicUrl: string): EventOutput {
  return {
    ref: event.ref,
    url: `${publicUrl}/calendar/events/${event.ref}`,
    uid: event.uid,
    title: event.title,
    kind: event.kind,
    format: event.format,
    when: whenJson(event.when),
    place: placeJson(event.place),
    joining: mayJoin(event, reader) ? event.joining : null,
    description: event.description,
    organiser: event.organiser && { ...event.organiser },
    audience: event.audience,
    board: event.board,
    series: event.series,
    tags: [...event.tags],
    recurrence: event.recurrence && {
      rule: event.recurrence.rule,
      exceptions: event.recurrence.exceptions.map((exception) => exceptionJson(exception, event, reader)),
    },
    status: event.status,
    statusReason: event.statusReason,
    replacedBy: event.replacedBy,
    sequence: event.sequence,
    version: event.version,
    createdAt: event.createdAt.toString(),
    changedAt: event.changedAt.toString(),
  };
}

export const placeJson = (place: Place | null): EventOutput['place'] =>
  place && { name: place.name, address: place.address, coordinates: place.coordinates };

function exceptionJson(
  exception: OccurrenceException,
  event: CalendarEvent,
  reader: Reader,
): ExceptionOutput {
  if (exception.type === 'removed') return exception;
  const { when, place, joining, ...rest } = exception.change;
  const showsJoining = joining === null || (joining !== undefined && mayJoin(event, reader, joining));
  return {
    original: exception.original,
    type: 'changed',
    change: {
      ...rest,
      ...(when !== undefined && { when: whenJson(when) }),
      ...(place !== undefined && { place: placeJson(place) }),
      ...(showsJoining && { joining }),
    },
  };
}
