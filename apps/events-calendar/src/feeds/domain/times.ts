import { Temporal } from 'temporal-polyfill';
import { comesOnce } from '#icalendar';
import type { Timed } from '../../events/domain/event.js';

/**
 * A time whose digits are settled, in the shape of a Day.js object, which ical-generator prints as it stands.
 * Handing it Temporal or Luxon objects gives the same text and takes six times as long, for it converts each of them
 * to the event's zone once more.
 */
export class WrittenTime {
  /** @param date `YYYYMMDD`  @param time `HHMMSS` */
  constructor(
    readonly date: string,
    readonly time: string,
  ) {}

  format(pattern?: string): string {
    if (pattern === 'YYYYMMDD') return this.date;
    if (pattern === 'HHmmss') return this.time;
    throw new Error(
      `ical-generator asks for a time as ${String(pattern)}, which it did not do in version 11.1.2.`,
    );
  }

  tz(): this {
    return this;
  }

  utc(): this {
    return this;
  }

  isValid(): boolean {
    return true;
  }

  /** Only read to see whether the end comes before the start; callers make sure that it does not. */
  toDate(): Date {
    return new Date(0);
  }

  toJSON(): string {
    return `${this.date}T${this.time}`;
  }
}

/** `2026-06-01T14:00:00…` → 20260601, 140000. Fractions of a second do not exist in iCalendar and are cut off. */
function fromIso(iso: string): WrittenTime {
  return new WrittenTime(
    iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10),
    iso.slice(11, 13) + iso.slice(14, 16) + iso.slice(17, 19),
  );
}

/** An instant's digits in UTC. */
export function utcTime(instant: Temporal.Instant): WrittenTime {
  return fromIso(instant.toString());
}

/** A day's digits, for DATE values. */
export function dayTime(day: Temporal.PlainDate): WrittenTime {
  return new WrittenTime(day.toString().replaceAll('-', ''), '000000');
}

/** Zones that are written as UTC's `Z`; a TZID would only need a VTIMEZONE that says "no offset, ever". */
const utcZones = new Set(['UTC', 'Etc/UTC']);

/** The TZID that times in `zone` are written with; null for UTC. */
export function tzidOf(zone: string): string | null {
  return utcZones.has(zone) ? null : zone;
}

export interface WrittenSpan {
  /** The TZID; null for whole days, and where the digits are UTC's. */
  readonly tzid: string | null;
  readonly start: WrittenTime;
  /** null where DTEND must be left out: it may not equal DTSTART (RFC 5545 §3.8.2.2). */
  readonly end: WrittenTime | null;
}

/**
 * The digits of a timed event. On the night the clocks go back an hour comes twice. A wall-clock time with TZID means
 * the first (RFC 5545 §3.3.5), but not to every reader: an event in that hour is written in UTC. A series is not,
 * because its later occurrences would shift.
 */
export function writeSpan(when: Timed, isSeries: boolean): WrittenSpan {
  if (Temporal.Instant.compare(when.end, when.start) < 0)
    throw new Error('An event cannot end before it starts.');
  const isPoint = when.start.equals(when.end);
  const tzid = tzidOf(when.zone);
  if (tzid !== null) {
    const start = when.start.toZonedDateTimeISO(tzid);
    const end = isPoint ? start : when.end.toZonedDateTimeISO(tzid);
    if (isSeries || (comesOnce(start) && (isPoint || comesOnce(end)))) {
      return {
        tzid,
        start: fromIso(start.toPlainDateTime().toString()),
        end: isPoint ? null : fromIso(end.toPlainDateTime().toString()),
      };
    }
  }
  return { tzid: null, start: utcTime(when.start), end: isPoint ? null : utcTime(when.end) };
}

/** `2026-06-01T14:00` in `zone` as a value of DTSTART's kind: `20260601T140000`, with `Z` where the zone is UTC. */
export function writeLocal(local: string, zone: string): string {
  const time = fromIso(Temporal.PlainDateTime.from(local).toString({ smallestUnit: 'second' }));
  return `${time.date}T${time.time}${tzidOf(zone) === null ? 'Z' : ''}`;
}
