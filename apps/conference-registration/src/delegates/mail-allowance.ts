import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, isStaff, type Identity } from '#platform';
import type { BookingAct } from '../bookings/domain/acts.js';

/** After each of these somebody may be written to who did not ask for it. */
const acts: readonly BookingAct[] = [
  'delegate-invited',
  'delegate-replaced',
  'delegate-changed',
  'delegate-changed-themselves',
];

/** How many mails to delegates a booking may have sent within an hour. */
export const mailsInAnHour = (delegates: number): number => 20 + 3 * delegates;

/**
 * Keeps a booking from being used to write to any number of strangers. Staff are not kept from it.
 *
 * @param manager of a transaction that has locked the booking
 * @param booking with how many delegates it has
 * @throws Problem 409 `too-many-mails`
 */
export async function mustNotWriteTooMuch(
  manager: EntityManager,
  identity: Identity,
  booking: { readonly id: string; readonly delegates: number },
  now: Temporal.Instant,
): Promise<void> {
  if (isStaff(identity)) return;
  const [row]: { times: number }[] = await manager.query(
    `SELECT count(*)::int AS times FROM booking_history WHERE booking_id = $1 AND at > $2 AND act = ANY($3::text[])`,
    [booking.id, dateOf(now.subtract({ hours: 1 })), acts],
  );
  if ((row?.times ?? 0) < mailsInAnHour(booking.delegates)) return;
  throw conflict(
    'too-many-mails',
    'This booking has written to a great many people within the last hour. Wait an hour before it writes to somebody else, or ask us to help.',
  );
}
