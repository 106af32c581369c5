import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { AllDay, Timed } from './event.js';
import { writeDay, type Rule, type RuleEnd } from './rule.js';
import { instantOfOccurrence } from './wall-clock.js';
import { startDay } from './when.js';

/** A series repeats for at most so many years after its start, and so many times. */
export const mostYears = 10;
export const mostOccurrences = 1000;

/** Where a rule puts an occurrence. */
export interface RuleStart {
  /** As in `OccurrenceException.original`. */
  readonly original: string;
  readonly date: Temporal.PlainDate;
}

/** The last day on which a series that begins on `first` may still happen. */
export const horizonOf = (first: Temporal.PlainDate): Temporal.PlainDate => first.add({ years: mostYears });

/**
 * What the rule gives for an event at `when`, in order, up to ten years after its start and one more than the calendar
 * allows. The start itself is among it only if the rule meets it.
 *
 * Days are found on the calendar alone and told in the zone afterwards, so the wall-clock time stays through clock
 * changes. (Left to expand times as well, rrule-temporal omits those that the clocks jump over; RFC 5545 §3.3.10 refers
 * to §3.3.5 for them, and ical.js keeps them.)
 */
export function ruleStarts(rule: Rule, when: Timed | AllDay): readonly RuleStart[] {
  const first = startDay(when);
  const most =
    rule.end.type === 'count' ? Math.min(rule.end.count, mostOccurrences + 1) : mostOccurrences + 1;
  const dates = daysOf(rule, first, lastDateOf(rule.end, when.zone) ?? horizonOf(first), most);
  const time = timeOf(when);
  const starts = dates.map((date) => ({ original: originalOf(date, time), date }));
  if (rule.end.type !== 'instant' || time === null) return starts;
  // UNTIL may fall within its day.
  const { until } = rule.end;
  return starts.filter(
    ({ date }) =>
      Temporal.Instant.compare(instantOfOccurrence(date.toPlainDateTime(time), when.zone), until) <= 0,
  );
}

/** The wall-clock time at which a series' occurrences start; `null` for whole days. */
export const timeOf = (when: Timed | AllDay): Temporal.PlainTime | null =>
  when.type === 'timed' ? when.start.toZonedDateTimeISO(when.zone).toPlainTime() : null;

/** The name of the occurrence that a rule puts at that day and time; see `OccurrenceException`. */
export function originalOf(date: Temporal.PlainDate, time: Temporal.PlainTime | null): string {
  if (time === null) return date.toString();
  return date.toPlainDateTime(time).toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' });
}

/** The day in `zone` on which the rule's end falls; `null` for a count. */
export function lastDateOf(end: RuleEnd, zone: string): Temporal.PlainDate | null {
  switch (end.type) {
    case 'count':
      return null;
    case 'date':
      return end.until;
    case 'local':
      return end.until.toPlainDate();
    default:
      return end.until.toZonedDateTimeISO(zone).toPlainDate();
  }
}

function daysOf(
  rule: Rule,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  most: number,
): readonly Temporal.PlainDate[] {
  const horizon = horizonOf(first);
  const end = Temporal.PlainDate.compare(last, horizon) < 0 ? last : horizon;
  if (Temporal.PlainDate.compare(first, end) > 0) return [];
  const start = first.toZonedDateTime('UTC');
  return new RRuleTemporal({
    freq: rule.frequency,
    interval: rule.interval,
    // Both bounds at once: the library then finds the days in one go, some fifteen times faster than one by one.
    count: most,
    until: end.toZonedDateTime('UTC'),
    ...(rule.months.length > 0 && { byMonth: [...rule.months] }),
    ...(rule.monthDays.length > 0 && { byMonthDay: [...rule.monthDays] }),
    ...(rule.days.length > 0 && { byDay: rule.days.map(writeDay) }),
    ...(rule.positions.length > 0 && { bySetPos: [...rule.positions] }),
    wkst: rule.weekStart,
    dtstart: start,
    tzid: 'UTC',
    cache: false,
  })
    .all()
    .map((date) =>
      first.add({ days: (date.epochMilliseconds - start.epochMilliseconds) / dayInMilliseconds }),
    );
}

const dayInMilliseconds = 86_400_000;
