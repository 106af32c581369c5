import { Temporal } from 'temporal-polyfill';
import type { Every } from './schedule.js';

/** The day's moment; a time that the clocks leave out comes as much later, one that they show twice is the first. */
function onDay(date: Temporal.PlainDate, dailyAt: string, zone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(dailyAt) }).toInstant();
}

function dateThere(now: Temporal.Instant, zone: string): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate();
}

/** The latest moment at which it was due: `now` or earlier. */
export function lastDue(every: Every, now: Temporal.Instant): Temporal.Instant {
  if (typeof every === 'number') {
    return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / every) * every);
  }
  const today = dateThere(now, every.zone);
  const due = onDay(today, every.dailyAt, every.zone);
  if (Temporal.Instant.compare(due, now) <= 0) return due;
  return onDay(today.subtract({ days: 1 }), every.dailyAt, every.zone);
}

/** The first moment after `now` at which it is due. */
export function nextDue(every: Every, now: Temporal.Instant): Temporal.Instant {
  if (typeof every === 'number') return lastDue(every, now).add({ milliseconds: every });
  const today = dateThere(now, every.zone);
  const due = onDay(today, every.dailyAt, every.zone);
  if (Temporal.Instant.compare(due, now) > 0) return due;
  return onDay(today.add({ days: 1 }), every.dailyAt, every.zone);
}

/** How a queue keeps it, as its pattern: "every 60000" or "daily 03:30 Europe/London". */
export function patternOf(every: Every): string {
  return typeof every === 'number' ? `every ${every}` : `daily ${every.dailyAt} ${every.zone}`;
}

/** @throws Error when the pattern is none that {@link patternOf} makes */
export function everyOf(pattern: string): Every {
  const [word, first = '', zone] = pattern.split(' ');
  if (word === 'every' && Number(first) > 0) return Number(first);
  if (word === 'daily' && zone !== undefined) return { dailyAt: first, zone };
  throw new Error(`“${pattern}” says of no time when it is due`);
}
