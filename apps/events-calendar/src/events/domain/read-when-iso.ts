import { Temporal } from 'temporal-polyfill';
import { existingDate } from './calendar-date.js';
import { checkWhen } from './check-when.js';
import { accepted, problemsOf, refuse, refused, type Checked } from './errors.js';
import type { EventKind, When } from './event.js';
import { instantOf, type Disambiguation } from './wall-clock.js';
import { readZone } from './zones.js';

/** When, as import files and API clients write it (ISO 8601). */
export interface WhenText {
  /** `2026-06-01T14:00` (a local time, or with `Z` or an offset), `2026-06-01` or `2026-06`. */
  readonly start: string;
  /**
   * Written as the start is. The last day for whole days (inclusive). May be left out for a single day, a month and a
   * deadline.
   */
  readonly end?: string | null | undefined;
  readonly zone: string;
}

type Point =
  | { readonly type: 'timed'; readonly instant: Temporal.Instant }
  | { readonly type: 'all-day'; readonly date: Temporal.PlainDate }
  | { readonly type: 'month'; readonly month: Temporal.PlainYearMonth };

const pattern =
  /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2})(?:[Tt ](?<hour>\d{2}):(?<minute>\d{2})(?::00(?:\.0+)?)?(?<offset>[Zz]|[+-]\d{2}:\d{2})?)?)?$/;

/** Reads ISO texts. Problems are at `<field>.start`, `<field>.end` and `<field>.zone`. */
export function whenFromIso(
  text: WhenText,
  kind: EventKind,
  disambiguation: Disambiguation = 'earlier',
  field = 'when',
): Checked<When> {
  const zone = readZone(text.zone, `${field}.zone`);
  // Dates are looked at even if the zone is unknown, so that all problems come at once.
  const placed = zone.ok ? zone.value : 'UTC';
  const start = readPoint(text.start, placed, disambiguation, `${field}.start`);
  const hasEnd = typeof text.end === 'string' && text.end.trim() !== '';
  const end = hasEnd ? readPoint(text.end ?? '', placed, disambiguation, `${field}.end`) : null;
  if (!start.ok || !zone.ok || end?.ok === false) {
    return refused(...problemsOf(start, ...(end ? [end] : []), zone));
  }
  const joined = join(start.value, end?.ok ? end.value : null, zone.value, kind, field);
  if (!joined.ok) return joined;
  const checked = checkWhen(joined.value, kind, field);
  return checked.ok ? checked : refused(...checked.problems.map(atWholeValue));
}

function join(start: Point, end: Point | null, zone: string, kind: EventKind, field: string): Checked<When> {
  if (end && end.type !== start.type) {
    return refuse(
      `${field}.end`,
      'end-of-another-kind',
      'Write the end as the start is written: both with times, or both as dates.',
    );
  }
  if (start.type === 'timed') {
    const until = end?.type === 'timed' ? end.instant : null;
    if (until === null && kind !== 'deadline') {
      return refuse(`${field}.end`, 'end-missing', 'Add when it ends, such as 2026-06-01T15:30.');
    }
    return accepted({ type: 'timed', start: start.instant, end: until ?? start.instant, zone });
  }
  if (start.type === 'all-day') {
    const last = end?.type === 'all-day' ? end.date : start.date;
    return accepted({ type: 'all-day', first: start.date, last, zone });
  }
  if (end?.type === 'month' && !end.month.equals(start.month)) {
    return refuse(
      `${field}.end`,
      'end-of-another-kind',
      'Only one month can be given. Leave out the end, or write both as dates.',
    );
  }
  return accepted({ type: 'month', month: start.month, zone });
}

function readPoint(
  text: string,
  zone: string,
  disambiguation: Disambiguation,
  field: string,
): Checked<Point> {
  const typed = text.trim();
  if (typed === '') return refuse(field, 'date-missing', 'Add a date, such as 2026-06-01T14:00.');
  const found = pattern.exec(typed)?.groups;
  if (!found) return unreadable(text, field);
  const { year, month, day, hour, minute, offset } = found;
  const date = existingDate({ year: Number(year), month: Number(month), day: Number(day ?? 1) }, field);
  if (!date.ok) return date;
  if (day === undefined) return accepted({ type: 'month', month: date.value.toPlainYearMonth() });
  if (hour === undefined) return accepted({ type: 'all-day', date: date.value });
  if (Number(hour) > 23 || Number(minute) > 59) return unreadable(text, field);
  const local = date.value.toPlainDateTime(new Temporal.PlainTime(Number(hour), Number(minute)));
  if (offset !== undefined) return atOffset(`${local.toString()}${offset}`, text, field);
  const instant = instantOf(local, zone, field, disambiguation);
  return instant.ok ? accepted({ type: 'timed', instant: instant.value }) : instant;
}

function atOffset(exact: string, text: string, field: string): Checked<Point> {
  try {
    return accepted({ type: 'timed', instant: Temporal.Instant.from(exact) });
  } catch (error) {
    if (error instanceof RangeError) return unreadable(text, field);
    throw error;
  }
}

const unreadable = (text: string, field: string) =>
  refuse(
    field,
    'when-unreadable',
    `“${text.trim()}” cannot be read as a date. Write 2026-06-01T14:00 for a time, 2026-06-01 for a day or 2026-06 for a month.`,
  );

/** These texts have no parts: `when.end.date` and `when.end.time` are both `when.end`. */
const atWholeValue = <P extends { field: string }>(problem: P): P => ({
  ...problem,
  field: problem.field.replace(/\.(?:date|time)$/, ''),
});
