import { Temporal } from 'temporal-polyfill';
import type { Conference } from '../../catalogue/domain/conference.js';

type Timed = Pick<Conference, 'changesUntil' | 'firstDay' | 'zone'>;

/** Until when bookers change their bookings by themselves: as staff set it, else until the first day begins. */
export function changesEnd({ changesUntil, firstDay, zone }: Timed): Temporal.Instant {
  return changesUntil ?? Temporal.PlainDate.from(firstDay).toZonedDateTime(zone).toInstant();
}

/** Whether that time is over. */
export const areChangesOver = (conference: Timed, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, changesEnd(conference)) >= 0;
