import type { EntityManager } from 'typeorm';
import { valuesOfLine } from './booking-history.js';
import type { BookingHistoryRow } from './booking-history.entity.js';
import type { BookingRow } from './booking.entity.js';
import type { DelegateRow } from './delegate.entity.js';
import { newReference } from './domain/reference.js';

/** A booking that has no reference yet. */
export type NewBooking = Omit<BookingRow, 'reference'>;

/** How many references are drawn: so that one of them is free, even where millions are taken. */
const drawn = 5;

// The booking, its delegates and the first line of its history: one statement, as the conference's lock is held until it has
// come back.
const statement = `
  WITH booking AS (
    INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_id, organisation_name, category,
      booker_person_id, booker_name, booker_email, booker_phone, secret_hash, code_id, purchase_order_required, held_until,
      version, created_at, payment, purchase_order, bill_to)
    SELECT $1::uuid, reference, $2::uuid, 'held', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19
    FROM unnest($20::text[]) AS reference
    WHERE NOT EXISTS (SELECT FROM bookings b WHERE b.reference = reference.reference) LIMIT 1
    RETURNING reference
  ), delegates AS (
    INSERT INTO delegates (id, booking_id, conference_id, number, status, person_id, name, email, phone, job_title,
      badge_organisation, filled_in_at, version)
    SELECT d.id, $1::uuid, $2::uuid, d.number, 'draft', d."personId", d.name, d.email, d.phone, d."jobTitle",
      d."badgeOrganisation", d."filledInAt", d.version
    FROM jsonb_to_recordset($21) AS d (id uuid, number integer, "personId" text, name text, email text, phone text,
      "jobTitle" text, "badgeOrganisation" text, "filledInAt" timestamptz, version integer)
  ), history AS (
    INSERT INTO booking_history (id, booking_id, at, act, details, person_id, person_name, actor_id, actor_name, request_id)
    VALUES ($22, $1::uuid, $23, $24, $25, $26, $27, $28, $29, $30)
  )
  SELECT reference FROM booking`;

/**
 * Writes a booking whose places are kept, with its delegates.
 *
 * @param delegates whose status is `draft`, with or without names
 * @returns what it is called
 */
export async function writeBooking(
  manager: EntityManager,
  booking: NewBooking,
  delegates: readonly DelegateRow[],
  line: BookingHistoryRow,
): Promise<string> {
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
    booking.version,
    booking.createdAt,
    booking.payment,
    booking.purchaseOrder,
    booking.billTo,
    Array.from({ length: drawn }, newReference),
    JSON.stringify(delegates),
    ...valuesOfLine(line),
  ]);
  if (written === undefined) throw new Error('every reference that was drawn is taken');
  return written.reference;
}
