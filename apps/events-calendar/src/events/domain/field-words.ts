import type { CalendarEvent, EventDetails, OccurrenceException, Place } from './event.js';
import { recurrenceInWords } from './rule-words.js';
import { whenInWords } from './when-words.js';

/** What a revision tells of: all the details, and what became of the event. */
export type RevisedField = keyof EventDetails | 'status' | 'statusReason' | 'replacedBy';

/** What a field says, in plain words on one line or several; empty when it says nothing. */
export function fieldInWords(field: RevisedField, event: CalendarEvent): string {
  switch (field) {
    case 'when':
      return whenInWords(event.when);
    case 'recurrence':
      return recurrenceAndExceptions(event);
    case 'place':
      return placeInWords(event.place);
    case 'joining':
      return event.joining ? `${event.joining.url} (shown to: ${event.joining.shownTo})` : '';
    case 'organiser':
      return [event.organiser?.name, event.organiser?.email, event.organiser?.phone]
        .filter((part) => typeof part === 'string')
        .join(', ');
    case 'tags':
      return event.tags.join(', ');
    default:
      return event[field] ?? '';
  }
}

function placeInWords(place: Place | null): string {
  if (place === null) return '';
  const { coordinates } = place;
  const position = coordinates ? `${coordinates.latitude}, ${coordinates.longitude}` : null;
  return [place.name, place.address, position].filter((part) => part !== null).join('\n');
}

function recurrenceAndExceptions({ when, recurrence }: EventDetails): string {
  if (recurrence === null || when.type === 'month') return '';
  return [recurrenceInWords(recurrence.rule, when), ...recurrence.exceptions.map(exceptionInWords)].join(
    '\n',
  );
}

function exceptionInWords(exception: OccurrenceException): string {
  const original = exception.original.replace('T', ' ');
  if (exception.type === 'removed') return `${original}: left out`;
  const { title, when, format, place, joining, description, cancelled } = exception.change;
  const said = [
    cancelled && `cancelled (${cancelled.reason})`,
    when && `moved to ${whenInWords(when)}`,
    title !== undefined && `title “${title}”`,
    format && `format ${format}`,
    place && `place ${place.name}`,
    place === null && 'no place',
    joining && `joining link ${joining.url}`,
    joining === null && 'no joining link',
    description !== undefined && 'a description of its own',
  ].filter((part) => typeof part === 'string');
  return `${original}: ${said.join('; ')}`;
}
