import { Temporal } from 'temporal-polyfill';
import { accepted, checkOptionalText, problemsOf, readTime, refuse, refused, type Checked } from '#checks';
import type { Exception } from './availability.js';
import type { OpenDay } from './slots.js';
import { doMeet, isBefore, type Span } from './spans.js';

/** As it is typed: on which of the stand's days, and clock times. */
export interface ExceptionInput {
  /** ISO. */
  readonly day: string;
  readonly from: string;
  readonly until: string;
  readonly why: string;
}

/** Nobody has more than these, in characters and in number. */
export const longestWhy = 200;
export const mostExceptions = 40;

/**
 * "Except my fringe at 14:00". On a day that is open past midnight, a time before it opens is one of the night after.
 *
 * @param zone IANA
 */
export function checkException(
  { day, from, until, why }: ExceptionInput,
  days: readonly OpenDay[],
  zone: string,
): Checked<Exception> {
  const open = days.filter((each) => each.day === day);
  const start = readTime(from, 'from');
  const end = readTime(until, 'until');
  const reason = checkOptionalText(why, 'why', { longest: longestWhy });
  const known: Checked<null> =
    open.length > 0 ? accepted(null) : refuse('day', 'unknown-choice', 'Choose one of the stand’s days.');
  if (!start.ok || !end.ok || !reason.ok || !known.ok)
    return refused(...problemsOf(known, start, end, reason));
  const span = [0, 1]
    .map((later) => spanOf(Temporal.PlainDate.from(day).add({ days: later }), start.value, end.value, zone))
    .find((each) => open.some((hours) => doMeet(each, { from: hours.start, until: hours.end })));
  if (span === undefined || !isBefore(span.from, span.until)) {
    return refuse('from', 'outside-the-hours', 'The stand is not open then, so there is nothing to except.');
  }
  return accepted({ ...span, why: reason.value ?? '' });
}

/** What does not end after it begins ends on the next day. */
function spanOf(
  day: Temporal.PlainDate,
  from: Temporal.PlainTime,
  until: Temporal.PlainTime,
  zone: string,
): Span {
  const last = Temporal.PlainTime.compare(until, from) <= 0 ? day.add({ days: 1 }) : day;
  const at = (date: Temporal.PlainDate, time: Temporal.PlainTime, disambiguation: 'earlier' | 'later') =>
    date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).toInstant();
  return { from: at(day, from, 'earlier'), until: at(last, until, 'later') };
}
