import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { BookedFor, BookingStatus } from '../../bookings/domain/booking.js';
import { orderMissing } from '../../money/settled.js';
import { currentBookings, type BookingList } from './domain/list-query.js';
import { bookingOutstanding, whereBookings } from './where.js';

/** One line of a list of bookings. */
export interface ListedBooking {
  readonly id: string;
  readonly reference: string;
  readonly conferenceId: string;
  readonly conference: string;
  readonly status: BookingStatus;
  readonly bookedFor: BookedFor;
  readonly organisationId: string | null;
  readonly organisationName: string;
  readonly bookerPersonId: string | null;
  readonly bookerName: string;
  readonly bookerEmail: string;
  /** Those who are still in it. */
  readonly delegates: number;
  readonly code: string | null;
  readonly purchaseOrder: string | null;
  readonly isOrderMissing: boolean;
  readonly outstandingPence: number;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
}

export interface ListedBookings {
  readonly items: readonly ListedBooking[];
  /** Of all pages. */
  readonly total: number;
}

const columns = `b.id, b.reference, b.conference_id AS "conferenceId", c.title AS conference, b.status,
  b.booked_for AS "bookedFor", b.organisation_id AS "organisationId", b.organisation_name AS "organisationName",
  b.booker_person_id AS "bookerPersonId", b.booker_name AS "bookerName", b.booker_email AS "bookerEmail", b.purchase_order AS "purchaseOrder",
  ${orderMissing} AS "isOrderMissing", b.created_at AS "createdAt", b.confirmed_at AS "confirmedAt",
  (SELECT k.code FROM codes k WHERE k.id = b.code_id) AS code,
  (SELECT count(*)::int FROM delegates d WHERE d.booking_id = b.id AND d.status NOT IN ('cancelled', 'declined'))
    AS delegates, ${bookingOutstanding} AS "outstandingPence"`;

/** Finds bookings, for staff. */
@Injectable()
export class FindBookings {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The latest first.
   *
   * @param conferenceId `null`: of all conferences
   * @param size how many a page holds
   */
  async list(
    conferenceId: string | null,
    list: BookingList,
    size: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListedBookings> {
    const where = whereBookings(conferenceId, list);
    addState(where, list);
    const rows = await manager.query<(ListedBooking & { total: number })[]>(
      // What costs a look elsewhere is worked out for the page alone.
      `SELECT ${columns}, f.total
       FROM (SELECT b.id, count(*) OVER ()::int AS total FROM bookings b WHERE ${where.sql}
           ORDER BY b.created_at DESC, b.id DESC
           LIMIT ${where.parameter(size)} OFFSET ${where.parameter((list.page - 1) * size)}) f
         JOIN bookings b ON b.id = f.id JOIN conferences c ON c.id = b.conference_id
       ORDER BY b.created_at DESC, b.id DESC`,
      where.parameters,
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  /** Those after a place in the list of a conference, by their ids, for programs. The latest first. */
  async after(
    conferenceId: string,
    list: BookingList,
    lastId: string | null,
    limit: number,
  ): Promise<readonly ListedBooking[]> {
    const where = whereBookings(conferenceId, list);
    addState(where, list);
    if (lastId !== null) where.add('b.id < ?::uuid', lastId);
    return this.dataSource.query(
      `SELECT ${columns} FROM bookings b JOIN conferences c ON c.id = b.conference_id WHERE ${where.sql}
       ORDER BY b.id DESC LIMIT ${where.parameter(limit)}`,
      where.parameters,
    );
  }

  /** The organisations that have booked at a conference, by their names. */
  organisations(conferenceId: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.dataSource.query(
      `SELECT organisation_id AS id, min(organisation_name) AS name FROM bookings
       WHERE conference_id = $1 AND organisation_id IS NOT NULL AND organisation_name <> ''
       GROUP BY organisation_id ORDER BY lower(min(organisation_name))`,
      [conferenceId],
    );
  }
}

function addState(where: ReturnType<typeof whereBookings>, { state }: BookingList): void {
  if (state === 'current') where.add('b.status = ANY(?)', currentBookings);
  else if (state !== 'any') where.add('b.status = ?', state);
}
