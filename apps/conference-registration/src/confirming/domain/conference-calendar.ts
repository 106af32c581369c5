import { escape } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { cleanLine, cleanText, foldLines, renderTimezones } from '#icalendar';
import type { Conference } from '../../catalogue/domain/conference.js';
import { conferenceWhen } from './conference-when.js';

/** A conference as a delegate's own calendar takes it from a mail (RFC 5546). */
export interface Invitation {
  readonly conference: Conference;
  /** `true` takes it out of the calendar again. */
  readonly isCancelled: boolean;
  /** The domain of the calendar's UIDs, by which the two are known to be the same event. */
  readonly uidDomain: string;
  /** When what it says was last changed. */
  readonly changedAt: Temporal.Instant;
  /** Rises whenever the delegate is written to again about it: a calendar keeps the highest (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** In words. */
  readonly where: string;
  /** Plain text, besides what the conference says of itself. */
  readonly about: string;
  /** The complete address of the delegate's own page, or of the conference's. */
  readonly url: string;
}

/** The UID of a conference's event: the same in the events calendar and in the mails that invite to it. */
export const conferenceUid = (
  { id, calendarUid }: Pick<Conference, 'id' | 'calendarUid'>,
  domain: string,
): string => calendarUid ?? `conference-${id}@${domain}`;

const sequencesBegin = Temporal.Instant.from('2020-01-01T00:00:00Z');

/**
 * A sequence number that is higher than those of all earlier mails, also where somebody was cancelled and is booked again in
 * another booking: seconds, which go into RFC 5545’s INTEGER until 2088.
 */
export const sequenceAt = (now: Temporal.Instant): number =>
  Math.floor((now.epochMilliseconds - sequencesBegin.epochMilliseconds) / 1000);

/**
 * An iCalendar object (RFC 5545) with the conference as its one event, CRLF to the last line, without ORGANIZER and ATTENDEE,
 * which the mailer puts in. The same arguments give the same text.
 */
export function renderInvitation(invitation: Invitation): string {
  const { conference, isCancelled, changedAt, sequence } = invitation;
  const when = conferenceWhen(conference);
  const changed = basic(changedAt.toString({ smallestUnit: 'second' }));
  const event = [
    'BEGIN:VEVENT',
    `UID:${conferenceUid(conference, invitation.uidDomain)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    ...spanLines(when),
    `SUMMARY:${isCancelled ? 'CANCELLED: ' : ''}${text(cleanLine(conference.title))}`,
    `DESCRIPTION:${text(cleanText(`${conference.summary}\n\n${invitation.about}\n\n${invitation.url}`))}`,
    `LOCATION:${text(cleanLine(invitation.where, ', '))}`,
    `URL:${invitation.url}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
  return [
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Network Events//Conference registration//EN\r\n',
    `CALSCALE:GREGORIAN\r\nMETHOD:${isCancelled ? 'CANCEL' : 'REQUEST'}\r\n`,
    when.type === 'timed' && when.zone !== 'UTC' ? renderTimezones([when.zone]) : '',
    foldLines(event.map((line) => `${line}\r\n`).join('')),
    'END:VCALENDAR\r\n',
  ].join('');
}

/** Whole days end on the day after their last (RFC 5545 §3.6.1). */
function spanLines(when: ReturnType<typeof conferenceWhen>): string[] {
  if (when.type === 'all-day') {
    const [first, end] = [when.first, when.last.add({ days: 1 })].map((day) => basic(day.toString()));
    return [`DTSTART;VALUE=DATE:${first}`, `DTEND;VALUE=DATE:${end}`];
  }
  const local = (instant: Temporal.Instant) =>
    basic(instant.toZonedDateTimeISO(when.zone).toPlainDateTime().toString({ smallestUnit: 'second' }));
  const [start, end] = [local(when.start), local(when.end)];
  return when.zone === 'UTC'
    ? [`DTSTART:${start}Z`, `DTEND:${end}Z`]
    : [`DTSTART;TZID=${when.zone}:${start}`, `DTEND;TZID=${when.zone}:${end}`];
}

const text = (words: string): string => escape(words, false);

/** RFC 5545's form of a date or a time: ISO 8601's without its marks. */
const basic = (iso: string): string => iso.replaceAll(/[-:]/g, '');
