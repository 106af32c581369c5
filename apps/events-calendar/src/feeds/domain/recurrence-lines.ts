import { Temporal } from 'temporal-polyfill';
import type { AllDay, Recurrence, Timed } from '../../events/domain/event.js';
import { dayTime, tzidOf, utcTime, writeLocal } from './times.js';

/** The RRULE and EXDATE lines of a series, not yet folded, each ending with CRLF. */
export function recurrenceLines(recurrence: Recurrence, when: Timed | AllDay): string {
  const removed = recurrence.exceptions
    .filter(({ type }) => type === 'removed')
    .map(({ original }) => `${originalLine('EXDATE', original, when)}\r\n`);
  return `RRULE:${writeRule(recurrence.rule, when)}\r\n${removed.join('')}`;
}

/**
 * A property that names one occurrence by its original start, in the type and zone of the series' DTSTART
 * (RFC 5545 §3.8.4.4 and §3.8.5.1).
 */
export function originalLine(
  property: 'EXDATE' | 'RECURRENCE-ID',
  original: string,
  when: Timed | AllDay,
): string {
  if (when.type === 'all-day') {
    return `${property};VALUE=DATE:${dayTime(Temporal.PlainDate.from(original)).date}`;
  }
  const tzid = tzidOf(when.zone);
  return `${property}${tzid === null ? '' : `;TZID=${tzid}`}:${writeLocal(original, when.zone)}`;
}

function writeRule(rule: string, when: Timed | AllDay): string {
  return rule
    .split(';')
    .map((part) => {
      if (!/^[A-Z-]+=[A-Z0-9,+-]+$/u.test(part))
        throw new Error(`“${part}” is not part of a recurrence rule.`);
      return part.startsWith('UNTIL=') ? `UNTIL=${writeUntil(part.slice('UNTIL='.length), when)}` : part;
    })
    .join(';');
}

/** UNTIL has DTSTART's type, and is in UTC when that has a zone (RFC 5545 §3.3.10). A bare date means all of that day. */
function writeUntil(until: string, when: Timed | AllDay): string {
  if (when.type === 'all-day') {
    const day = until.endsWith('Z')
      ? Temporal.Instant.from(until).toZonedDateTimeISO(when.zone).toPlainDate()
      : Temporal.PlainDate.from(until.slice(0, 8));
    return dayTime(day).date;
  }
  const last = until.endsWith('Z')
    ? Temporal.Instant.from(until)
    : Temporal.PlainDateTime.from(until.length === 8 ? `${until}T235959` : until)
        .toZonedDateTime(when.zone)
        .toInstant();
  const time = utcTime(last);
  return `${time.date}T${time.time}Z`;
}
