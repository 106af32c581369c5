import type { Temporal } from 'temporal-polyfill';
import { standEventUid } from '#contracts';
import type { CalendarEntry } from '#icalendar';
import { instantOf } from '#platform';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { whereOf } from '../../team/exhibition-words.js';
import type { StandEventRow } from '../stand-event.entity.js';

/** What an entry says of an event. */
export type EntryEvent = Pick<
  StandEventRow,
  'id' | 'version' | 'startsAt' | 'endsAt' | 'title' | 'status' | 'statusReason' | 'hostName' | 'summary'
>;

/** What a guest’s entry says besides the event itself. */
export interface GuestEntryAbout {
  readonly exhibition: Pick<Exhibition, 'title' | 'zone' | 'venue' | 'city' | 'hall' | 'standNumber'>;
  /** When the guest is told of it. */
  readonly toldAt: Temporal.Instant;
  readonly uidDomain: string;
  /** The guest’s own page; complete. Whoever is off the list has none: that of the stands. */
  readonly url: string;
  /** Whether they were taken off the list, while the event takes place. */
  readonly isRemoved?: boolean;
}

/**
 * An event as a guest’s own calendar takes it: the same entry (UID) in every mail and in the file from their page. The event’s
 * version is its SEQUENCE: it rises with each change of the event and is the same while nothing changes but the answer.
 */
export function guestEntry(
  event: EntryEvent,
  { exhibition, toldAt, uidDomain, url, isRemoved = false }: GuestEntryAbout,
): CalendarEntry {
  const isOff = event.status === 'cancelled';
  return {
    uid: standEventUid(event.id, uidDomain),
    sequence: event.version,
    changedAt: toldAt,
    when: {
      type: 'timed',
      start: instantOf(event.startsAt),
      end: instantOf(event.endsAt),
      zone: exhibition.zone,
    },
    title: event.title,
    description: [
      ...(isOff ? [event.statusReason ?? 'It does not take place.'] : []),
      ...(isRemoved ? ['You are not on the list of its guests any more.'] : []),
      ...(event.hostName === null ? [] : [`Invited by ${event.hostName}.`]),
      ...(event.summary === '' ? [] : [event.summary]),
      `On the stand at ${exhibition.title}.`,
      ...(isRemoved ? [] : [`Your answer: ${url}`]),
    ].join('\n\n'),
    location: whereOf(exhibition),
    url,
    isCancelled: isOff || isRemoved,
  };
}
