import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block, tzlib_get_timezones } from 'timezones-ical-library';

/** The years whose changes of the clocks are known: all that calendars here may hold. */
const earliestYear = 1990;
const latestYear = 2100;

/** The clocks go from one offset to another when they show `local` in the old one: `2026-03-29T01:00:00`. */
export interface ClockChange {
  readonly local: string;
  /** `+0100` */
  readonly from: string;
  readonly to: string;
}

/** A change that happened, or will. */
export interface RealChange extends ClockChange {
  /** What the clocks show then in the new offset. */
  readonly after: string;
}

/** A yearly change, as `timezones-ical-library` describes it. */
export interface ClockRule {
  readonly kind: 'STANDARD' | 'DAYLIGHT';
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** null for a zone that keeps one offset. */
  readonly rrule: string | null;
  /** When it applies in each of the years from {@link earliestYear} to {@link latestYear}. */
  readonly onsets: readonly ClockChange[];
}

/**
 * What the clocks of a zone did and will do in the years from {@link earliestYear} to {@link latestYear}; `before` is their
 * first offset.
 */
export function clockChanges(zone: string): { before: string; changes: RealChange[] } {
  let before = Temporal.PlainDateTime.from({ year: earliestYear, month: 1, day: 1 }).toZonedDateTime(zone);
  const changes: RealChange[] = [];
  const first = offsetOf(before);
  for (;;) {
    const after = before.getTimeZoneTransition('next');
    if (after === null || after.year > latestYear) return { before: first, changes };
    const local = after
      .toPlainDateTime()
      .subtract({ nanoseconds: after.offsetNanoseconds - before.offsetNanoseconds });
    changes.push({
      local: localText(local),
      after: localText(after.toPlainDateTime()),
      from: offsetOf(before),
      to: offsetOf(after),
    });
    before = after;
  }
}

const daysByZone = new Map<string, ReadonlySet<string>>();

/** The days on which the clocks of a zone change: `2026-03-29`. Found once, for zones do not change while we run. */
export function changeDays(zone: string): ReadonlySet<string> {
  const known = daysByZone.get(zone);
  if (known !== undefined) return known;
  const { changes } = clockChanges(zone);
  const days = new Set(changes.flatMap(({ local, after }) => [local.slice(0, 10), after.slice(0, 10)]));
  daysByZone.set(zone, days);
  return days;
}

/** The zone's present rules; none when the library does not know the zone. */
export function readRules(zone: string): ClockRule[] {
  if (!tzlib_get_timezones().includes(zone)) return [];
  const [block] = tzlib_get_ical_block(zone);
  const observances = (block ?? '').matchAll(/BEGIN:(STANDARD|DAYLIGHT)\r\n(.*?)\r\nEND:\1/gsu);
  return [...observances].map(([, kind, body]) =>
    readRule(kind === 'DAYLIGHT' ? kind : 'STANDARD', body ?? ''),
  );
}

function readRule(kind: 'STANDARD' | 'DAYLIGHT', body: string): ClockRule {
  const lines = new Map(
    body.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
  );
  const from = lines.get('TZOFFSETFROM') ?? '';
  const to = lines.get('TZOFFSETTO') ?? '';
  const rrule = lines.get('RRULE') ?? null;
  return {
    kind,
    name: lines.get('TZNAME') ?? to,
    from,
    to,
    rrule,
    onsets: onsetsOf(rrule, lines.get('DTSTART') ?? '').map((local) => ({ local, from, to })),
  };
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** All rules of the library are of this one form: the nth or last weekday of a month. */
function onsetsOf(rrule: string | null, dtstart: string): string[] {
  const [, month, nth, weekday] =
    /^FREQ=YEARLY;BYMONTH=(\d+);BYDAY=(-1|\d)([A-Z]{2})$/u.exec(rrule ?? '') ?? [];
  if (month === undefined || nth === undefined || weekday === undefined) return [];
  const time = Temporal.PlainDateTime.from(dtstart).toPlainTime();
  const onsets: string[] = [];
  for (let year = earliestYear; year <= latestYear; year += 1) {
    const first = Temporal.PlainDate.from({ year, month: Number(month), day: 1 });
    const days = weekdaysOf(first, weekdays.indexOf(weekday) + 1);
    const day = days.at(nth === '-1' ? -1 : Number(nth) - 1);
    if (day !== undefined) onsets.push(localText(day.toPlainDateTime(time)));
  }
  return onsets;
}

function weekdaysOf(first: Temporal.PlainDate, weekday: number): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  let day = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  while (day.month === first.month) {
    days.push(day);
    day = day.add({ days: 7 });
  }
  return days;
}

/** `+0100`; seconds only where there are some, as before standard time. */
const offsetOf = (time: Temporal.ZonedDateTime) => time.offset.replaceAll(':', '');

const localText = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'second' });
