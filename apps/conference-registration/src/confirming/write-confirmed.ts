import type { EntityManager } from 'typeorm';
import type { BookingDetails } from '../booking-page/booking-details.js';
import { valuesOfLine } from '../bookings/booking-history.js';
import type { BookingHistoryRow } from '../bookings/booking-history.entity.js';

// The booking, its delegates, its places and the line in its history: one statement, as others wait for the same organisation’s
// account and the next number until the transaction ends.
const statement = `
  WITH kept AS (
    UPDATE places SET status = 'confirmed' WHERE booking_id = $1::uuid AND status = 'held'
  ), coming AS (
    UPDATE delegates SET status = d.status, secret_hash = d.secret_hash, version = d.version
    FROM unnest($2::uuid[], $3::text[], $4::bytea[], $5::integer[]) AS d (id, status, secret_hash, version)
    WHERE delegates.id = d.id
  ), history AS (
    INSERT INTO booking_history (id, booking_id, at, act, details, person_id, person_name, actor_id, actor_name, request_id)
    VALUES ($6, $1::uuid, $7, $8, $9, $10, $11, $12, $13, $14)
  )
  UPDATE bookings SET status = $15, payment = $16, terms_accepted_at = $17, confirmed_at = $18, held_until = NULL,
    version = $19
  WHERE id = $1::uuid`;

/** Writes that a booking is confirmed. @param details as they are from now on */
export async function writeConfirmed(
  manager: EntityManager,
  { booking, delegates }: BookingDetails,
  line: BookingHistoryRow,
): Promise<void> {
  const rows = delegates.map(({ delegate }) => delegate);
  await manager.query(statement, [
    booking.id,
    rows.map(({ id }) => id),
    rows.map(({ status }) => status),
    rows.map(({ secretHash }) => secretHash),
    rows.map(({ version }) => version),
    ...valuesOfLine(line),
    booking.status,
    booking.payment,
    booking.termsAcceptedAt,
    booking.confirmedAt,
    booking.version,
  ]);
}
