import { Temporal } from 'temporal-polyfill';
import { momentOf } from '#commitments';

/** From when until when, as instants; the end is not part of it. */
export interface Opening {
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** Opening hours as they are written: on which day, and clock times. */
export interface Hours {
  /** ISO: `2027-03-28`. */
  readonly day: string;
  /** `22:00` or `22:00:00`. */
  readonly opens: string;
  readonly closes: string;
}

/**
 * Whether hours last past midnight: what does not close after it opens closes on the next day.
 */
export const isPastMidnight = ({ opens, closes }: Pick<Hours, 'opens' | 'closes'>): boolean =>
  Temporal.PlainTime.compare(timeOf(closes), timeOf(opens)) <= 0;

/**
 * Opening hours as instants, so that minutes on the stand are those that pass even in a night in which the clock changes.
 *
 * A clock time that comes twice in autumn is the first of the two to open and the second to close. One that the clock leaves
 * out in spring is the moment at which it does so.
 *
 * @param zone IANA
 * @returns `null` where the clock leaves out all of it, so that there is no such time
 */
export function openingOf(hours: Hours, zone: string): Opening | null {
  const day = Temporal.PlainDate.from(hours.day);
  const lastDay = isPastMidnight(hours) ? day.add({ days: 1 }) : day;
  const start = momentOf(day.toPlainDateTime(timeOf(hours.opens)), zone, 'earlier');
  const end = momentOf(lastDay.toPlainDateTime(timeOf(hours.closes)), zone, 'later');
  return Temporal.Instant.compare(start, end) < 0 ? { start, end } : null;
}

/** How long it lasts, in minutes that pass. */
export const minutesOf = ({ start, end }: Opening): number =>
  Math.round(start.until(end).total({ unit: 'minutes' }));

/** Whether two have a moment in common; those that touch do not. */
export const doOverlap = (one: Opening, other: Opening): boolean =>
  Temporal.Instant.compare(one.start, other.end) < 0 && Temporal.Instant.compare(other.start, one.end) < 0;

const timeOf = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);
