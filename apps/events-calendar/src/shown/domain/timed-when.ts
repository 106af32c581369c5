import { Temporal } from 'temporal-polyfill';
import type { Timed } from '../../events/domain/event.js';

/**
 * From a time of one day to a time of another, by the clock in the zone.
 *
 * @param firstDay `2027-07-08`
 * @param opens `09:30`
 */
export function timedWhen(
  firstDay: string,
  opens: string,
  lastDay: string,
  closes: string,
  zone: string,
): Timed {
  return {
    type: 'timed',
    start: instantOf(firstDay, opens, zone),
    end: instantOf(lastDay, closes, zone),
    zone,
  };
}

const instantOf = (day: string, time: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
