import { Temporal } from 'temporal-polyfill';
import type { ConferenceFacts } from '#contracts';
import { revise } from '../../events/domain/changes.js';
import type { CalendarEvent, EventDetails, EventStatus, When } from '../../events/domain/event.js';
import { makeUid } from '../../events/domain/ref.js';
import { whenInWords } from '../../events/domain/when-words.js';
import { timedWhen } from './timed-when.js';

/** What staff of the calendar may have said of an event before it was a conference's, which stays as they said it. */
export type OwnSay = Pick<EventDetails, 'joining' | 'organiser' | 'series' | 'tags'>;

const nothingSaid: OwnSay = { joining: null, organiser: null, series: null, tags: [] };

/** The UID of a conference's event: the same in the calendar and in the mails that invite to it. */
export const conferenceUid = (id: string, domain: string): string => `conference-${makeUid(id, domain)}`;

/** When it is: with times if all its days have them, else in whole days. */
export function conferenceWhen({ zone, days }: ConferenceFacts['when']): When {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('A conference without days is in no calendar.');
  const areTimesKnown = days.every(({ opens, closes }) => opens !== null && closes !== null);
  if (areTimesKnown && first.opens !== null && last.closes !== null) {
    return timedWhen(first.date, first.opens, last.date, last.closes, zone);
  }
  return {
    type: 'all-day',
    first: Temporal.PlainDate.from(first.date),
    last: Temporal.PlainDate.from(last.date),
    zone,
  };
}

/**
 * What the calendar says of a conference.
 *
 * @param address of the conference's page
 */
export function conferenceDetails(
  facts: ConferenceFacts,
  address: string,
  own: OwnSay = nothingSaid,
): EventDetails {
  return {
    title: facts.title,
    kind: 'conference',
    format: facts.format,
    when: conferenceWhen(facts.when),
    place: facts.place && { ...facts.place, coordinates: null },
    joining: own.joining,
    description: description(facts, address),
    organiser: own.organiser,
    audience: 'public',
    board: null,
    series: own.series,
    tags: own.tags,
    recurrence: null,
  };
}

/**
 * The event as the conference has it now: one version more, whatever is different; a higher SEQUENCE where the calendar's
 * rules ask for it. Nothing different gives the very same event back.
 */
export function followConference(
  event: CalendarEvent,
  facts: ConferenceFacts,
  address: string,
  now: Temporal.Instant,
): CalendarEvent {
  const details = conferenceDetails(facts, address, event);
  const place =
    event.place !== null && details.place !== null && samePlace(event.place, details.place)
      ? event.place
      : details.place;
  const revised = revise(event, { ...details, place }, now);
  const { status, statusReason } = statusOf(facts);
  if (status === event.status && statusReason === event.statusReason) return revised;
  const isOnlySaidBetter = status === event.status;
  return {
    ...revise({ ...event, statusReason: null }, { ...details, place }, now),
    version: event.version + 1,
    changedAt: Temporal.Instant.compare(now, event.changedAt) > 0 ? now : event.changedAt,
    status,
    statusReason,
    replacedBy: status === 'published' ? null : event.replacedBy,
    sequence: isOnlySaidBetter ? revised.sequence : event.sequence + 1,
  };
}

/** Only a conference that was called off is off; one that takes no bookings takes place all the same. */
export function statusOf({ status, statusReason }: ConferenceFacts): {
  readonly status: EventStatus;
  readonly statusReason: string | null;
} {
  return status === 'cancelled'
    ? { status: 'cancelled', statusReason: statusReason ?? 'The conference does not take place.' }
    : { status: 'published', statusReason: null };
}

type Named = { readonly name: string; readonly address: string | null };

/** Then what the calendar knows of it besides, its coordinates, is still true. */
const samePlace = (a: Named, b: Named): boolean => a.name === b.name && a.address === b.address;

function description({ summary, when, host }: ConferenceFacts, address: string): string {
  const days = when.days.map(({ date, opens, closes }) => {
    const timed =
      opens === null || closes === null ? null : whenInWords(timedWhen(date, opens, date, closes, when.zone));
    return timed === null ? null : `- ${timed}`;
  });
  const parts = [
    plainInMarkdown(summary),
    host === null ? '' : `The host is ${plainInMarkdown(host)}.`,
    // One day's times are those of the event.
    when.days.length > 1 ? days.filter((day) => day !== null).join('\n') : '',
    `[Prices and booking](${address})`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** So that nothing in a plain text is taken for a mark: neither characters anywhere, nor those that begin a line. */
function plainInMarkdown(text: string): string {
  return text
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+=])/gm, String.raw`$1\$2`)
    .replaceAll(/^(\s*\d+)([.)])/gm, String.raw`$1\$2`);
}
