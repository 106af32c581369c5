import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { BookedFor, BookingStatus } from '../bookings/domain/booking.js';

/** A booking in somebody's own list. Days are ISO. */
export interface OwnBooking {
  readonly reference: string;
  readonly status: BookingStatus;
  readonly bookedFor: BookedFor;
  readonly organisationName: string;
  /** Who began it, where that was somebody else of the same organisation. */
  readonly bookedBy: string | null;
  /** Until when its places are kept while it is filled in. */
  readonly heldUntil: Date | null;
  readonly purchaseOrderMissing: boolean;
  readonly conferenceTitle: string;
  readonly conferenceCancelled: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly zone: string;
  /** Those who are on it still. */
  readonly delegates: number;
}

/** So many bookings are shown; whoever has more looks after them with staff's search. */
const mostListed = 200;

/** The bookings that somebody looks after: their own, and those of the organisations that they book for. */
@Injectable()
export class ListBookings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns the latest conference first */
  async of(personId: string): Promise<OwnBooking[]> {
    return this.dataSource.query(
      // Two ways to a booking, each by an index of its own; with an OR between them all bookings would be read.
      `WITH me AS (SELECT coalesce((SELECT merged_into FROM people WHERE id = $1), $1) AS id),
       mine AS (
         SELECT b.id FROM me JOIN bookings b ON b.booker_person_id = me.id
         UNION
         SELECT b.id FROM me JOIN affiliations a ON a.person_id = me.id AND a.is_booking_contact
           JOIN bookings b ON b.organisation_id = a.organisation_id AND b.booked_for = 'organisation'
       )
       SELECT b.reference, b.status, b.booked_for AS "bookedFor", b.organisation_name AS "organisationName",
         CASE WHEN b.booker_person_id IS DISTINCT FROM me.id THEN b.booker_name END AS "bookedBy",
         b.held_until AS "heldUntil",
         (b.status = 'confirmed' AND b.purchase_order_required AND b.purchase_order IS NULL) AS "purchaseOrderMissing",
         c.title AS "conferenceTitle", (c.status = 'cancelled') AS "conferenceCancelled",
         c.first_day::text AS "firstDay", c.last_day::text AS "lastDay", c.zone,
         (SELECT count(*)::int FROM delegates d
          WHERE d.booking_id = b.id AND d.status NOT IN ('cancelled', 'declined')) AS delegates
       FROM me, mine JOIN bookings b ON b.id = mine.id
         JOIN conferences c ON c.id = b.conference_id
       ORDER BY c.first_day DESC, b.created_at DESC LIMIT ${mostListed}`,
      [personId],
    );
  }
}
