import { Temporal } from 'temporal-polyfill';
import type { Commitment } from './commitment.js';
import { momentOf } from './moment-of.js';

/** A day as services tell it: `2027-07-08`; times of the clock (`09:30`), `null` where they are not settled. */
export interface ToldDay {
  readonly date: string;
  readonly opens: string | null;
  readonly closes: string | null;
}

export interface Span {
  readonly start: Temporal.Instant;
  /** Not part of it. */
  readonly end: Temporal.Instant;
}

/**
 * From when until when a day lasts, by the clock in the zone. What closes no later than it opens does so on the day after. As
 * long as not both times are settled it is the whole day: whoever is to be there is not free at any time of it. A time that
 * the clock has twice in autumn is the first to open, the second to close; one that it leaves out in spring is the moment at
 * which it does so. Where it leaves out all of it, nothing is left between start and end.
 *
 * @param zone IANA
 */
export function spanOfDay({ date, opens, closes }: ToldDay, zone: string): Span {
  const day = Temporal.PlainDate.from(date);
  if (opens === null || closes === null) {
    return { start: startOf(day, zone), end: startOf(day.add({ days: 1 }), zone) };
  }
  const [from, until] = [Temporal.PlainTime.from(opens), Temporal.PlainTime.from(closes)];
  const isPastMidnight = Temporal.PlainTime.compare(until, from) <= 0;
  const lastDay = isPastMidnight ? day.add({ days: 1 }) : day;
  return {
    start: momentOf(day.toPlainDateTime(from), zone, 'earlier'),
    end: momentOf(lastDay.toPlainDateTime(until), zone, 'later'),
  };
}

const startOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  day.toZonedDateTime(zone).toInstant();

/**
 * The days of a conference that a ticket is for.
 *
 * @param ticketDays ISO; none: all of them
 */
export const daysOfTicket = (days: readonly ToldDay[], ticketDays: readonly string[]): readonly ToldDay[] =>
  ticketDays.length === 0 ? days : days.filter(({ date }) => ticketDays.includes(date));

/** A conference, as far as it takes people's time. */
export interface Attended {
  readonly id: string;
  readonly title: string;
  /** IANA. */
  readonly zone: string;
  readonly days: readonly ToldDay[];
}

/** What taking part in a conference asks of somebody: to be there on each of its days; see {@link spanOfDay}. */
export const daysAsCommitments = ({ id, title, zone, days }: Attended): Commitment[] =>
  days.map((day) => ({
    id: `${id}/${day.date}`,
    title,
    ...spanOfDay(day, zone),
    zone,
    place: `conference ${id}`,
    walkingMinutes: 0,
  }));
