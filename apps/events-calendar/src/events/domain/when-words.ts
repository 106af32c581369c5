import { dateInWords, monthInWords } from './calendar-date.js';
import type { When } from './event.js';
import { weekdayNames } from './rule-words.js';
import { weekdayOf } from './rule.js';
import { timeInWords } from './time-of-day.js';
import { lastDay, startDay } from './when.js';
import { homeZone, zoneInWords } from './zones.js';

/**
 * When something is, in plain words: “Tuesday 2 June 2026, 10am to 11am”, “Monday 1 June 2026 to Wednesday 3 June 2026”, “June 2026”; with the
 * zone's city where it is not the network's own.
 */
export function whenInWords(when: When): string {
  const words =
    when.type === 'month'
      ? monthInWords(when.month)
      : when.type === 'timed'
        ? timesInWords(when)
        : daysInWords(when);
  return when.zone === homeZone || when.type === 'month'
    ? words
    : `${words} (${zoneInWords(when.zone)} time)`;
}

function timesInWords(when: Extract<When, { type: 'timed' }>): string {
  const start = when.start.toZonedDateTimeISO(when.zone);
  const end = when.end.toZonedDateTimeISO(when.zone);
  const from = `${withWeekday(start.toPlainDate())}, ${timeInWords(start.toPlainTime())}`;
  if (when.start.equals(when.end)) return from;
  const to = timeInWords(end.toPlainTime());
  // What ends at midnight is told as ending on its own day.
  const isOneDay = lastDay(when).equals(start.toPlainDate());
  return isOneDay ? `${from} to ${to}` : `${from} to ${withWeekday(end.toPlainDate())}, ${to}`;
}

function daysInWords(when: Extract<When, { type: 'all-day' }>): string {
  const first = startDay(when);
  const last = lastDay(when);
  if (first.equals(last)) return withWeekday(first);
  return `${withWeekday(first)} to ${withWeekday(last)}`;
}

const withWeekday = (date: Parameters<typeof weekdayOf>[0]): string =>
  `${weekdayNames[weekdayOf(date)]} ${dateInWords(date)}`;
