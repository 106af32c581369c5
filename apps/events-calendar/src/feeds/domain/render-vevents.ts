import {
  escape,
  ICalCalendar,
  ICalEvent,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator';
import { cleanLine, foldLines } from '#icalendar';
import type { AllDay, Audience, CalendarEvent, OccurrenceChange, Timed } from '../../events/domain/event.js';
import { clockChangeOccurrences } from './clock-change-occurrences.js';
import { originalLine, recurrenceLines } from './recurrence-lines.js';
import { type OccurrenceShowing, type Showing, showEvent, showOccurrence } from './showing.js';
import { guardAddress } from './text.js';
import { dayTime, utcTime, writeSpan, type WrittenSpan } from './times.js';
import {
  contactOf,
  describe,
  type FeedView,
  geoOf,
  joiningAddress,
  locationOf,
  summaryOf,
} from './wording.js';

export type { FeedView } from './wording.js';

/**
 * ical-generator's events ask their calendar for its zone alone. None is set, because with one it would write DTSTAMP,
 * CREATED and LAST-MODIFIED without their `Z`.
 */
const zoneless = new ICalCalendar({ timezone: null });

const classOf: Record<Audience, ICalEventClass> = {
  public: ICalEventClass.PUBLIC,
  members: ICalEventClass.PRIVATE,
  board: ICalEventClass.CONFIDENTIAL,
  invited: ICalEventClass.CONFIDENTIAL,
};

/**
 * The VEVENTs of one event: itself and, for a series, each occurrence with something of its own. The text is folded,
 * every line ends with CRLF, and it depends on nothing but the arguments, so that it can be kept for as long as the
 * event's version and what `view` answers stay the same. A draft is in no calendar and gives ''.
 * @throws Error when the event ends before it starts, or its UID or rule cannot be written: the calendar's own rules
 * admit none of these.
 */
export function renderVevents(event: CalendarEvent, view: FeedView): string {
  if (event.status === 'draft') return '';
  const { when, recurrence } = event;
  if (recurrence === null || when.type === 'month') return renderOne(event, showEvent(event), view, '');
  const own = ownOccurrences(event, when).map((showing) =>
    renderOne(event, showing, view, `${originalLine('RECURRENCE-ID', showing.original, when)}\r\n`),
  );
  return renderOne(event, showEvent(event), view, '', recurrenceLines(recurrence, when)) + own.join('');
}

/** The zones whose VTIMEZONE a calendar with this event needs: the TZIDs that {@link renderVevents} writes. */
export function zonesOf(event: CalendarEvent): readonly string[] {
  const { when } = event;
  if (event.status === 'draft' || when.type === 'month') return [];
  const showings = [showEvent(event), ...(event.recurrence === null ? [] : ownOccurrences(event, when))];
  const zones = new Set(showings.map((showing) => spanOf(event, showing).tzid));
  return [...zones].filter((zone) => zone !== null);
}

/** The occurrences of a series that need a VEVENT of their own, in the order of their originals. */
function ownOccurrences(event: CalendarEvent, when: Timed | AllDay): OccurrenceShowing[] {
  const changes: [string, OccurrenceChange][] = clockChangeOccurrences(event).map(
    ({ original, when: own }) => [original, { when: own }],
  );
  for (const exception of event.recurrence?.exceptions ?? []) {
    if (exception.type === 'changed') changes.push([exception.original, exception.change]);
  }
  return changes
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([original, change]) => showOccurrence(event, when, original, change));
}

/** `ownLines` are lines that ical-generator would get wrong: each ends with CRLF. */
function renderOne(
  event: CalendarEvent,
  showing: Showing,
  view: FeedView,
  ownLines: string,
  recurrence: string | null = null,
): string {
  const link = joiningAddress(event, showing, view);
  const location = locationOf(showing, link);
  const isFree = showing.standing !== 'confirmed' || isMarker(event, showing);
  const span = spanOf(event, showing);
  const changedAt = utcTime(event.changedAt);
  const data: ICalEventData = {
    id: writeUid(event.uid),
    sequence: event.sequence,
    stamp: changedAt,
    created: utcTime(event.createdAt),
    lastModified: changedAt,
    start: span.start,
    end: span.end,
    timezone: span.tzid,
    allDay: showing.when.type !== 'timed',
    repeating: recurrence,
    summary: summaryOf(showing),
    description: describe(event, showing, view),
    location: location === null ? null : { title: location },
    categories: categoriesOf(event),
    url: guardAddress(link !== null && location !== link ? link : view.addressOf(event.ref)),
    class: classOf[event.audience],
    status: statusOf(showing),
    transparency: isFree ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus: isFree ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  };
  const vevent = new ICalEvent(data, zoneless).toString();
  const end = vevent.lastIndexOf('END:VEVENT');
  const lines = `${vevent.slice(0, end)}${ownLines}${moreLines(event, showing, link)}${vevent.slice(end)}`;
  return foldLines(lines);
}

function categoriesOf({ kind, tags }: CalendarEvent): { name: string }[] {
  const names = [kind, ...tags].map((name) => cleanLine(name)).filter((name) => name !== '');
  return names.map((name) => ({ name }));
}

/** Deadlines and months stand in the calendar without taking up anybody's time. */
function isMarker(event: CalendarEvent, { when }: Showing): boolean {
  return (
    event.kind === 'deadline' ||
    when.type === 'month' ||
    (when.type === 'timed' && when.start.equals(when.end))
  );
}

function statusOf({ standing, when }: Showing): ICalEventStatus {
  if (standing === 'cancelled') return ICalEventStatus.CANCELLED;
  return standing === 'postponed' || when.type === 'month'
    ? ICalEventStatus.TENTATIVE
    : ICalEventStatus.CONFIRMED;
}

/** A month stands on its first day until its date is fixed; all-day ends are the day after (RFC 5545 §3.6.1). */
function spanOf(event: CalendarEvent, { when, original }: Showing): WrittenSpan {
  if (when.type === 'timed') return writeSpan(when, event.recurrence !== null && original === null);
  const first = when.type === 'month' ? when.month.toPlainDate({ day: 1 }) : when.first;
  const last = when.type === 'month' ? first : when.last;
  if (last.since(first).days < 0) throw new Error('An event cannot end before it starts.');
  return { tzid: null, start: dayTime(first), end: dayTime(last.add({ days: 1 })) };
}

/**
 * GEO, which ical-generator leaves out where a coordinate is 0; CONTACT rather than ORGANIZER, with which Outlook and
 * Google take an event for an invitation to be answered; and CONFERENCE (RFC 7986 §5.11) for those who read it.
 */
function moreLines(event: CalendarEvent, showing: Showing, link: string | null): string {
  const geo = geoOf(showing);
  const contact = contactOf(event.organiser);
  return [
    geo === null ? '' : `GEO:${geo}\r\n`,
    contact === null ? '' : `CONTACT:${escape(contact, false)}\r\n`,
    link === null ? '' : `CONFERENCE;VALUE=URI;LABEL=Join online:${link}\r\n`,
  ].join('');
}

function writeUid(uid: string): string {
  if (!/^[\x21-\x7e]+$/u.test(uid)) throw new Error(`“${uid}” cannot be an event’s UID.`);
  return escape(uid, false);
}
