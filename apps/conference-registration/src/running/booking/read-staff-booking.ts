import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '#platform';
import type { BookingDetails } from '../../booking-page/booking-details.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { ReadBookingDocuments, type BookingDocument } from '../../booking-page/read-booking-documents.js';
import { BookingHistoryRow } from '../../bookings/booking-history.entity.js';
import { FindDoubleBookings, type DoubleBookings } from '../../double-bookings/find-double-bookings.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { BookingNoteRow } from './booking-note.entity.js';

/** A place in the waiting list that a booking came of. */
export interface WaitedFor {
  readonly number: number;
  readonly joinedAt: Date;
  readonly places: number;
}

/** A booking with all that is known of it. */
export interface StaffBooking {
  readonly details: BookingDetails;
  readonly doubleBookings: DoubleBookings;
  readonly documents: readonly BookingDocument[];
  /** The newest first. */
  readonly history: readonly BookingHistoryRow[];
  /** The newest first. */
  readonly notes: readonly BookingNoteRow[];
  /** `null`: it was not had by waiting. */
  readonly waited: WaitedFor | null;
}

/** Reads a booking as staff see it. */
@Injectable()
export class ReadStaffBooking {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly find: FindBooking,
    private readonly read: ReadBooking,
    private readonly documents: ReadBookingDocuments,
    private readonly doubleBookings: FindDoubleBookings,
  ) {}

  /** @throws Problem 404 */
  async of(actor: Actor, reference: string): Promise<StaffBooking> {
    const booking = await this.find.forReading(actor, reference);
    const { manager } = this.dataSource;
    const { id: bookingId } = booking;
    const [details, documents, history, notes, waited] = await Promise.all([
      this.read.of(booking),
      this.documents.of(bookingId),
      manager.find(BookingHistoryRow, { where: { bookingId }, order: { at: 'DESC', id: 'DESC' } }),
      manager.find(BookingNoteRow, { where: { bookingId }, order: { at: 'DESC', id: 'DESC' } }),
      this.waited(bookingId),
    ]);
    const doubleBookings = await this.doubleBookings.of(
      details.catalogue.conference,
      details.delegates.map(({ delegate }) => delegate),
    );
    return { details, doubleBookings, documents, history, notes, waited };
  }

  private async waited(bookingId: string): Promise<WaitedFor | null> {
    const [row] = await this.dataSource.query<WaitedFor[]>(
      `SELECT e.number, e.joined_at AS "joinedAt", o.places FROM offers o JOIN waiting_entries e ON e.id = o.entry_id
       WHERE o.booking_id = $1 ORDER BY o.made_at LIMIT 1`,
      [bookingId],
    );
    return row ?? null;
  }
}
