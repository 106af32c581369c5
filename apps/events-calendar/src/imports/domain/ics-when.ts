import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked } from '../../events/domain/errors.js';
import type { EventKind, When } from '../../events/domain/event.js';
import { whenFromIso } from '../../events/domain/read-when-iso.js';
import { find, type IcsComponent, type IcsProperty } from './ics-lines.js';
import type { IcsZones } from './ics-zones.js';

/** A date or time as a property has it. */
export type IcsTime =
  | { readonly type: 'date'; readonly date: string }
  /** `zone` is IANA. */
  | { readonly type: 'local'; readonly local: string; readonly zone: string }
  | { readonly type: 'utc'; readonly local: string };

/**
 * The values of DTSTART, DTEND, EXDATE or RECURRENCE-ID, with their zone. Seconds are cut off. Times without a zone are
 * those of the calendar's own, if it has one; else they are refused: nobody knows which instant they mean.
 */
export function readTimes(
  property: IcsProperty,
  zones: IcsZones,
  field: string,
): Checked<readonly IcsTime[]> {
  const tzid = property.parameters['tzid'];
  const named = typeof tzid === 'string' ? zones.zoneOf(tzid) : zones.calendarZone;
  const times: IcsTime[] = [];
  for (const value of property.values) {
    const text = typeof value === 'string' ? value.replace(/T::$/u, '') : '';
    const [, local, utc] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}(Z?)$/u.exec(text) ?? [];
    if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) times.push({ type: 'date', date: text });
    else if (local === undefined) {
      return refuse(field, 'when-unreadable', `“${property.raw}” cannot be read as a date or time.`);
    } else if (utc === 'Z') times.push({ type: 'utc', local });
    else if (named === null) return refuse(field, 'zone-unknown', zoneUnknown(property));
    else times.push({ type: 'local', local, zone: named });
  }
  return accepted(times);
}

function zoneUnknown(property: IcsProperty): string {
  const tzid = property.parameters['tzid'];
  return typeof tzid === 'string'
    ? `No time zone is called “${tzid}”. Change it in the file to one by region and city, such as Europe/London.`
    : `“${property.raw}” has no time zone, so nobody can tell when it is. Add one, such as ;TZID=Europe/London.`;
}

export interface IcsSpan {
  readonly when: Checked<When>;
  /** It has a time but neither an end nor a length. */
  readonly isPoint: boolean;
  /** The times have no zone of their own; they were taken to be in the calendar's. */
  readonly isFloating: boolean;
}

/**
 * When a VEVENT is. A time in UTC is told in `homeZone`, unless it recurs: then it stays in UTC, for it would shift.
 * `kindOf` is asked for the kind once it is known whether the event is a mere moment.
 */
export function readSpan(
  vevent: IcsComponent,
  zones: IcsZones,
  homeZone: string,
  kindOf: (isPoint: boolean) => EventKind,
): IcsSpan {
  const dtstart = find(vevent, 'DTSTART');
  if (dtstart === undefined) {
    const when = refuse('when.start', 'date-missing', 'The event has no start (DTSTART). Add one.');
    return { when, isPoint: false, isFloating: false };
  }
  const start = firstOf(readTimes(dtstart, zones, 'when.start'));
  const isFloating = start.ok && start.value.type === 'local' && dtstart.parameters['tzid'] === undefined;
  if (!start.ok) return { when: start, isPoint: false, isFloating };
  const zone = zoneFor(start.value, vevent, zones, homeZone);
  const alone = whenFromIso({ start: isoOf(start.value), zone }, 'deadline');
  if (!alone.ok) return { when: alone, isPoint: false, isFloating };
  const end = readEnd(vevent, start.value, zones, zone);
  const isPoint = start.value.type !== 'date' && end.ok && end.value === null;
  if (!end.ok) return { when: end, isPoint, isFloating };
  const text = { start: isoOf(start.value), end: end.value, zone };
  return { when: whenFromIso(text, kindOf(isPoint)), isPoint, isFloating };
}

function firstOf(times: Checked<readonly IcsTime[]>): Checked<IcsTime> {
  if (!times.ok) return times;
  const [first] = times.value;
  return first === undefined ? refuse('when.start', 'date-missing', 'The date is missing.') : accepted(first);
}

function zoneFor(start: IcsTime, vevent: IcsComponent, zones: IcsZones, homeZone: string): string {
  if (start.type === 'local') return start.zone;
  if (start.type === 'utc' && find(vevent, 'RRULE') !== undefined) return 'UTC';
  return zones.calendarZone ?? homeZone;
}

/** As `whenFromIso` takes it. */
function isoOf(time: IcsTime): string {
  if (time.type === 'date') return time.date;
  return time.type === 'utc' ? `${time.local}Z` : time.local;
}

/** The end as `whenFromIso` takes it, the last day for whole days; null when the file gives none. */
function readEnd(
  vevent: IcsComponent,
  start: IcsTime,
  zones: IcsZones,
  zone: string,
): Checked<string | null> {
  const dtend = find(vevent, 'DTEND');
  const duration = find(vevent, 'DURATION');
  if (dtend === undefined) {
    return duration === undefined ? accepted(null) : afterDuration(start, duration, zone);
  }
  const end = firstOf(readTimes(dtend, zones, 'when.end'));
  if (!end.ok) return end;
  if (end.value.type === 'date')
    return start.type === 'date' ? dayBefore(start.date, end.value.date) : otherKind();
  if (start.type === 'date') return otherKind();
  if (end.value.type === 'local' && end.value.zone !== zone) {
    const { local, zone: endZone } = end.value;
    return ifExists(() => Temporal.PlainDateTime.from(local).toZonedDateTime(endZone).toInstant().toString());
  }
  return accepted(isoOf(end.value));
}

const otherKind = () =>
  refuse('when.end', 'end-of-another-kind', 'DTSTART and DTEND must both be dates, or both be times.');

/** DTEND is the day after the last; some programs write the start itself for a single day. */
function dayBefore(first: string, after: string): Checked<string> {
  return ifExists(() =>
    after === first ? first : Temporal.PlainDate.from(after).subtract({ days: 1 }).toString(),
  );
}

/** Days on the calendar, hours exactly (RFC 5545 §3.3.6). */
function afterDuration(start: IcsTime, duration: IcsProperty, zone: string): Checked<string> {
  return ifExists(() => {
    const length = Temporal.Duration.from(duration.raw);
    if (start.type === 'date') {
      const after = Temporal.PlainDate.from(start.date).add(length);
      return (after.toString() === start.date ? after : after.subtract({ days: 1 })).toString();
    }
    const from = start.type === 'utc' ? 'UTC' : zone;
    return Temporal.PlainDateTime.from(start.local)
      .toZonedDateTime(from)
      .add(length)
      .toInstant()
      .toString({ smallestUnit: 'minute' });
  });
}

function ifExists(make: () => string): Checked<string> {
  try {
    return accepted(make());
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse(
      'when.end',
      'date-does-not-exist',
      'The end is no date that exists. Correct DTEND or DURATION.',
    );
  }
}
