import { v7 as uuidv7 } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { BookingHistoryRow } from './booking-history.entity.js';
import type { BookingRow } from './booking.entity.js';
import { newReference } from './domain/reference.js';

/** What a new booking says of itself. */
export type NewBooking = Pick<
  BookingRow,
  | 'id'
  | 'conferenceId'
  | 'bookedFor'
  | 'organisationId'
  | 'organisationName'
  | 'category'
  | 'bookerPersonId'
  | 'bookerName'
  | 'bookerEmail'
  | 'bookerPhone'
  | 'secretHash'
  | 'codeId'
  | 'purchaseOrderRequired'
> & { readonly heldUntil: Date; readonly createdAt: Date };

/** How many references are drawn: so that one of them is free, even where millions are taken. */
const drawn = 5;

// The booking, its delegates and the first line of its history: one statement, as the conference's lock is held until it has
// come back.
const statement = `
  WITH booking AS (
    INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_id, organisation_name, category,
      booker_person_id, booker_name, booker_email, booker_phone, secret_hash, code_id, purchase_order_required, held_until,
      version, created_at)
    SELECT $1::uuid, reference, $2::uuid, 'held', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15
    FROM unnest($16::text[]) AS reference
    WHERE NOT EXISTS (SELECT FROM bookings b WHERE b.reference = reference.reference) LIMIT 1
    RETURNING reference
  ), delegates AS (
    INSERT INTO delegates (id, booking_id, conference_id, number, status, version)
    SELECT id, $1::uuid, $2::uuid, number, 'draft', 1 FROM unnest($17::uuid[]) WITH ORDINALITY AS d (id, number)
  ), history AS (
    INSERT INTO booking_history (id, booking_id, at, act, details, person_id, person_name, actor_id, actor_name, request_id)
    VALUES ($18, $1::uuid, $19, $20, $21, $22, $23, $24, $25, $26)
  )
  SELECT reference FROM booking`;

/**
 * Writes a booking with delegates who have no names yet.
 *
 * @param delegates how many
 * @returns what it is called, and its delegates' ids in their order
 */
export async function writeBooking(
  manager: EntityManager,
  booking: NewBooking,
  delegates: number,
  line: BookingHistoryRow,
): Promise<{ readonly reference: string; readonly delegateIds: readonly string[] }> {
  const delegateIds = Array.from({ length: delegates }, () => uuidv7());
  const [written]: { reference: string }[] = await manager.query(statement, [
    booking.id,
    booking.conferenceId,
    booking.bookedFor,
    booking.organisationId,
    booking.organisationName,
    booking.category,
    booking.bookerPersonId,
    booking.bookerName,
    booking.bookerEmail,
    booking.bookerPhone,
    booking.secretHash,
    booking.codeId,
    booking.purchaseOrderRequired,
    booking.heldUntil,
    booking.createdAt,
    Array.from({ length: drawn }, newReference),
    delegateIds,
    line.id,
    line.at,
    line.act,
    line.details,
    line.personId,
    line.personName,
    line.actorId,
    line.actorName,
    line.requestId,
  ]);
  if (written === undefined) throw new Error('every reference that was drawn is taken');
  return { reference: written.reference, delegateIds };
}
