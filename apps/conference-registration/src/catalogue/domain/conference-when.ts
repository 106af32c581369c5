import { Temporal } from 'temporal-polyfill';
import type { Conference } from './conference.js';

/** From a moment to a moment, by the clocks of a zone (IANA). */
export interface TimedWhen {
  readonly type: 'timed';
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
  readonly zone: string;
}

/** Whole days, both inclusive. */
export interface AllDayWhen {
  readonly type: 'all-day';
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  readonly zone: string;
}

type Dated = Pick<Conference, 'firstDay' | 'lastDay' | 'days' | 'zone'>;

/**
 * When a conference is, for words and lists: from the first day's opening to the last one's closing where both are
 * settled, otherwise its days as a whole.
 */
export function conferenceWhen({ firstDay, lastDay, days, zone }: Dated): TimedWhen | AllDayWhen {
  const opens = days.find(({ date }) => date === firstDay)?.opens ?? null;
  const closes = days.find(({ date }) => date === lastDay)?.closes ?? null;
  const first = Temporal.PlainDate.from(firstDay);
  const last = Temporal.PlainDate.from(lastDay);
  if (opens === null || closes === null) return { type: 'all-day', first, last, zone };
  const moment = (day: Temporal.PlainDate, time: string) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  return { type: 'timed', start: moment(first, opens), end: moment(last, closes), zone };
}

/** The same as whole days, for lists and headings. */
export function conferenceDays({ firstDay, lastDay, zone }: Dated): AllDayWhen {
  return {
    type: 'all-day',
    first: Temporal.PlainDate.from(firstDay),
    last: Temporal.PlainDate.from(lastDay),
    zone,
  };
}
