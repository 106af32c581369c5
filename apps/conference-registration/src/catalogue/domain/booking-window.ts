import { Temporal } from 'temporal-polyfill';
import type { Conference } from './conference.js';

/** Why nobody can begin a booking. `not-yet`: it is announced, and bookings begin at a known time. */
export type ShutReason = 'draft' | 'not-yet' | 'paused' | 'closed' | 'over' | 'cancelled';

/** Whether bookings can be begun at a moment. */
export type BookingWindow =
  | { readonly isOpen: true; readonly closesAt: Temporal.Instant | null }
  | { readonly isOpen: false; readonly why: ShutReason; readonly opensAt: Temporal.Instant | null };

type Timed = Pick<Conference, 'status' | 'opensAt' | 'closesAt' | 'lastDay' | 'zone'>;

const shut = (why: ShutReason, opensAt: Temporal.Instant | null = null): BookingWindow => {
  return { isOpen: false, why, opensAt };
};

/**
 * Whether somebody may begin a booking. Whatever staff last said holds (a draft, paused, closed, cancelled); an open
 * conference takes bookings from `opensAt` until `closesAt`, and never after its last day, which ends at midnight there.
 */
export function bookingWindow(conference: Timed, now: Temporal.Instant): BookingWindow {
  const { status, opensAt, closesAt, zone } = conference;
  if (status === 'cancelled' || status === 'draft') return shut(status);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const isPast = Temporal.PlainDate.compare(today, Temporal.PlainDate.from(conference.lastDay)) > 0;
  if (status === 'over' || isPast) return shut('over');
  if (status === 'closed' || status === 'paused') return shut(status);
  if (closesAt !== null && Temporal.Instant.compare(now, closesAt) >= 0) return shut('closed');
  if (opensAt !== null && Temporal.Instant.compare(now, opensAt) < 0) return shut('not-yet', opensAt);
  return { isOpen: true, closesAt };
}
