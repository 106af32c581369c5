import { escape } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';
import { cleanLine, cleanText } from './clean-text.js';
import { comesOnce } from './comes-once.js';
import { foldLines } from './fold-lines.js';
import { renderTimezones } from './timezones.js';

/** From a moment to a later one, by the clocks of a zone (IANA), and of another where it ends on one; or whole days, both inclusive. */
export type EntrySpan =
  | {
      readonly type: 'timed';
      readonly start: Temporal.Instant;
      readonly end: Temporal.Instant;
      readonly zone: string;
      /** Left out: the same. */
      readonly endZone?: string;
    }
  | { readonly type: 'all-day'; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate };

/** Something with a time, as one person's calendar takes it. */
export interface CalendarEntry {
  /** Stays the same however often the rest changes. ASCII without spaces. */
  readonly uid: string;
  /** A calendar keeps the highest (RFC 5545 §3.8.7.4). */
  readonly sequence: number;
  /** When what it says was last changed. */
  readonly changedAt: Temporal.Instant;
  readonly when: EntrySpan;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  /** `null`: nothing is known. */
  readonly location: string | null;
  /** An http(s) address without `,`, `;` and `\`. */
  readonly url: string;
  /** It does not take place, or not with this person. */
  readonly isCancelled: boolean;
}

/** What a calendar program is to do with the entries of a file: keep them, put them in, take them out (RFC 5546 §1.4). */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

/** The zones whose VTIMEZONE an object with these entries needs. */
export const zonesOfEntries = (entries: readonly CalendarEntry[]): readonly string[] => [
  ...new Set(entries.flatMap(({ when }) => tzidsOf(when) ?? [])),
];

/**
 * A VEVENT, folded, every line ending with CRLF, without ORGANIZER and ATTENDEE: in mails the mailer puts those in. The same
 * entry gives the same text.
 */
export function renderEntry(entry: CalendarEntry): string {
  const { isCancelled, location } = entry;
  const changed = basic(entry.changedAt.toString({ smallestUnit: 'second' }));
  const lines = [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    ...spanLines(entry.when),
    // Outlook ignores STATUS.
    `SUMMARY:${isCancelled ? 'CANCELLED: ' : ''}${text(cleanLine(entry.title))}`,
    `DESCRIPTION:${text(cleanText(entry.description))}`,
    ...(location === null ? [] : [`LOCATION:${text(cleanLine(location, ', '))}`]),
    `URL:${entry.url}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ];
  return foldLines(lines.map((line) => `${line}\r\n`).join(''));
}

/**
 * An iCalendar object (RFC 5545 §3.4) with these entries, CRLF to the last line. The same arguments give the same text.
 *
 * @param product what made it: "Conference registration"
 * @param method `null` for a file that is only kept: with one it would be a scheduling message, and PUBLISH as well as the others
 *   MUST name an ORGANIZER (RFC 5546 §3.2.1), whom the mailer puts in; without one nothing MUST (RFC 5545 §3.8.4.3)
 * @throws Error without entries, which RFC 5545 does not allow
 */
export function renderEntries(
  product: string,
  method: CalendarMethod | null,
  entries: readonly CalendarEntry[],
): string {
  if (entries.length === 0) throw new Error('There is no entry to put into the calendar.');
  return [
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Network Events//${product}//EN\r\n`,
    `CALSCALE:GREGORIAN\r\n${method === null ? '' : `METHOD:${method}\r\n`}`,
    renderTimezones(zonesOfEntries(entries)),
    ...entries.map(renderEntry),
    'END:VCALENDAR\r\n',
  ].join('');
}

/** Of the beginning and of the end; `null` where they are written in UTC, as one of them comes twice that night, or not as times at all. */
function tzidsOf(when: EntrySpan): readonly [string, string] | null {
  if (when.type === 'all-day') return null;
  const { start, end, zone, endZone = zone } = when;
  if (zone === 'UTC' || endZone === 'UTC') return null;
  const isClear = comesOnce(start.toZonedDateTimeISO(zone)) && comesOnce(end.toZonedDateTimeISO(endZone));
  return isClear ? [zone, endZone] : null;
}

/** Whole days end on the day after their last (RFC 5545 §3.6.1). */
function spanLines(when: EntrySpan): string[] {
  if (when.type === 'all-day') {
    const [first, end] = [when.first, when.last.add({ days: 1 })].map((day) => basic(day.toString()));
    return [`DTSTART;VALUE=DATE:${first}`, `DTEND;VALUE=DATE:${end}`];
  }
  const written = (instant: Temporal.Instant, tzid: string) =>
    basic(instant.toZonedDateTimeISO(tzid).toPlainDateTime().toString({ smallestUnit: 'second' }));
  const tzids = tzidsOf(when);
  if (tzids === null) {
    return [`DTSTART:${written(when.start, 'UTC')}Z`, `DTEND:${written(when.end, 'UTC')}Z`];
  }
  const [from, until] = tzids;
  return [
    `DTSTART;TZID=${from}:${written(when.start, from)}`,
    `DTEND;TZID=${until}:${written(when.end, until)}`,
  ];
}

const text = (words: string): string => escape(words, false);

/** RFC 5545's form of a date or a time: ISO 8601's without its marks. */
const basic = (iso: string): string => iso.replaceAll(/[-:]/g, '');
