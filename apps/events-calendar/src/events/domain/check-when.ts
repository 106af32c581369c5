import { Temporal } from 'temporal-polyfill';
import { earliestYear, latestYear } from './calendar-date.js';
import { accepted, refuse, type Checked } from './errors.js';
import type { EventKind, When } from './event.js';
import { lastDay, startDay } from './when.js';

/** An event with times may last this many days; a longer one is better told in whole days. */
export const mostDaysWithTimes = 31;

/**
 * The rules that hold between the parts of a {@link When}, however it was made: the end is after the start (only a
 * deadline ends when it starts), the years are 1990 to 2100, and times are given for at most 31 days.
 */
export function checkWhen<W extends When>(when: W, kind: EventKind, field = 'when'): Checked<W> {
  const order = checkOrder(when, kind, field);
  if (!order.ok) return order;
  for (const [day, side] of [
    [startDay(when), 'start'],
    [lastDay(when), 'end'],
  ] as const) {
    if (day.year < earliestYear || day.year > latestYear) {
      return refuse(
        when.type === 'month' ? `${field}.month` : `${field}.${side}.date`,
        'year-out-of-range',
        `The year must be between ${earliestYear} and ${latestYear}; ${day.year} is not.`,
        ['year'],
      );
    }
  }
  return accepted(when);
}

function checkOrder(when: When, kind: EventKind, field: string): Checked<When> {
  if (when.type === 'timed') {
    return checkTimes(when.start, when.end, when.zone, kind, field) ?? accepted(when);
  }
  if (when.type === 'all-day' && Temporal.PlainDate.compare(when.first, when.last) > 0) {
    return refuse(
      `${field}.end.date`,
      'end-before-start',
      'The last day is before the first. Check both dates.',
    );
  }
  return accepted(when);
}

function checkTimes(
  start: Temporal.Instant,
  end: Temporal.Instant,
  zone: string,
  kind: EventKind,
  field: string,
) {
  const order = Temporal.Instant.compare(start, end);
  const from = start.toZonedDateTimeISO(zone);
  const to = end.toZonedDateTimeISO(zone);
  const sameDay = from.toPlainDate().equals(to.toPlainDate());
  const side = sameDay ? `${field}.end.time` : `${field}.end.date`;
  if (order > 0) {
    const midnight =
      sameDay && to.hour === 0 && to.minute === 0
        ? ' Midnight is the start of a day: for midnight at the end of it, choose the next day.'
        : '';
    return refuse(side, 'end-before-start', `The end is before the start. Check both.${midnight}`);
  }
  if (order === 0 && kind !== 'deadline') {
    return refuse(
      side,
      'end-equals-start',
      'The end is the same as the start. Enter when it ends; only a deadline is a moment.',
    );
  }
  // Compared on the wall clock, so that a clock change within does not matter.
  const longest = from.toPlainDateTime().add({ days: mostDaysWithTimes });
  if (Temporal.PlainDateTime.compare(to.toPlainDateTime(), longest) > 0) {
    return refuse(
      `${field}.end.date`,
      'too-long-for-times',
      `This lasts more than ${mostDaysWithTimes} days. Choose whole days without times, or check the end date.`,
    );
  }
  return null;
}
