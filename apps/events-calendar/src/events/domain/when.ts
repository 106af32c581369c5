import { Temporal } from 'temporal-polyfill';
import type { When } from './event.js';

/** When it begins: the start of the day in its zone for whole days, of the month for a month. */
export function startInstant(when: When): Temporal.Instant {
  return when.type === 'timed' ? when.start : startOf(startDay(when), when.zone);
}

/** The first instant after it: its end, or the start of the day after its last day. */
export function endInstant(when: When): Temporal.Instant {
  return when.type === 'timed' ? when.end : startOf(lastDay(when).add({ days: 1 }), when.zone);
}

/** The day it begins on, in its own zone; the first of the month for a month. */
export function startDay(when: When): Temporal.PlainDate {
  if (when.type === 'timed') return when.start.toZonedDateTimeISO(when.zone).toPlainDate();
  return when.type === 'all-day' ? when.first : when.month.toPlainDate({ day: 1 });
}

/**
 * The last day that it touches, in its own zone. What ends at midnight does not touch the day that begins then.
 */
export function lastDay(when: When): Temporal.PlainDate {
  if (when.type === 'all-day') return when.last;
  if (when.type === 'month') return when.month.toPlainDate({ day: when.month.daysInMonth });
  const isMoment = Temporal.Instant.compare(when.start, when.end) >= 0;
  const last = isMoment ? when.start : when.end.subtract({ nanoseconds: 1 });
  return last.toZonedDateTimeISO(when.zone).toPlainDate();
}

/** For sorting: by beginning, then by end, so that the shorter of two comes first. */
export function compareWhen(a: When, b: When): number {
  return (
    Temporal.Instant.compare(startInstant(a), startInstant(b)) ||
    Temporal.Instant.compare(endInstant(a), endInstant(b))
  );
}

/**
 * Whether the two have any time in common. Ends are exclusive: what ends at noon does not overlap what begins at noon.
 * A moment (a deadline) overlaps what is going on at it, including what begins at it.
 */
export function overlaps(a: When, b: When): boolean {
  return beginsBeforeEndOf(a, b) && beginsBeforeEndOf(b, a);
}

/** Whether it is over. A deadline is over at its moment; something that is going on is not. */
export function isPast(when: When, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endInstant(when), now) <= 0;
}

/** Same type, same times and days, same zone. */
export function sameWhen(a: When, b: When): boolean {
  if (a.zone !== b.zone) return false;
  if (a.type === 'timed' && b.type === 'timed') return a.start.equals(b.start) && a.end.equals(b.end);
  if (a.type === 'all-day' && b.type === 'all-day') return a.first.equals(b.first) && a.last.equals(b.last);
  return a.type === 'month' && b.type === 'month' && a.month.equals(b.month);
}

function beginsBeforeEndOf(a: When, b: When): boolean {
  const start = startInstant(a);
  const otherStart = startInstant(b);
  const otherEnd = endInstant(b);
  const otherIsMoment = otherStart.equals(otherEnd);
  return Temporal.Instant.compare(start, otherEnd) < (otherIsMoment ? 1 : 0);
}

const startOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone }).toInstant();
