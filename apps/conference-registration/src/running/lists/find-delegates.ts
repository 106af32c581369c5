import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { DelegateStatus } from '../../bookings/domain/booking.js';
import { orderMissing } from '../../money/settled.js';
import { currentDelegates, type DelegateList } from './domain/list-query.js';
import { bookingOutstanding, whereDelegates } from './where.js';

/** One line of a list of delegates. */
export interface ListedDelegate {
  readonly id: string;
  readonly bookingId: string;
  readonly number: number;
  readonly conferenceId: string;
  readonly conference: string;
  readonly reference: string;
  readonly status: DelegateStatus;
  readonly personId: string | null;
  /** Empty until they are named. */
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string | null;
  /** As the badge names it. */
  readonly organisation: string;
  readonly bookerName: string;
  /** Their ticket and add-ons. */
  readonly tickets: readonly string[];
  readonly isOrderMissing: boolean;
  /** Of the booking as a whole. */
  readonly outstandingPence: number;
}

export interface ListedDelegates {
  readonly items: readonly ListedDelegate[];
  /** Of all pages. */
  readonly total: number;
}

const columns = `d.id, d.booking_id AS "bookingId", d.number, d.conference_id AS "conferenceId", c.title AS conference,
  b.reference, d.status, d.person_id AS "personId", d.name, d.email, d.phone, d.job_title AS "jobTitle",
  coalesce(d.badge_organisation, b.organisation_name) AS organisation, b.booker_name AS "bookerName",
  array(SELECT t.name FROM places p JOIN ticket_types t ON t.id = p.ticket_type_id
    WHERE p.delegate_id = d.id AND p.status <> 'released' ORDER BY (t.kind = 'add-on'), t.position, t.id) AS tickets,
  ${orderMissing} AS "isOrderMissing", ${bookingOutstanding} AS "outstandingPence"`;

const tables = 'delegates d JOIN bookings b ON b.id = d.booking_id';

/** Finds delegates, for staff. */
@Injectable()
export class FindDelegates {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * In the order of their names.
   *
   * @param conferenceId `null`: of all conferences
   * @param size how many a page holds
   */
  async list(
    conferenceId: string | null,
    list: DelegateList,
    size: number,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListedDelegates> {
    const where = whereDelegates(conferenceId, list);
    addState(where, list);
    const rows = await manager.query<(ListedDelegate & { total: number })[]>(
      `SELECT ${columns}, f.total
       FROM (SELECT d.id, count(*) OVER ()::int AS total FROM ${tables} WHERE ${where.sql}
           ORDER BY lower(d.name), d.id
           LIMIT ${where.parameter(size)} OFFSET ${where.parameter((list.page - 1) * size)}) f
         JOIN delegates d ON d.id = f.id JOIN bookings b ON b.id = d.booking_id
         JOIN conferences c ON c.id = d.conference_id
       ORDER BY lower(d.name), d.id`,
      where.parameters,
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }

  /** Those after a place in the list of a conference, by their ids, for programs. */
  async after(
    conferenceId: string,
    list: DelegateList,
    lastId: string | null,
    limit: number,
  ): Promise<readonly ListedDelegate[]> {
    const where = whereDelegates(conferenceId, list);
    addState(where, list);
    if (lastId !== null) where.add('d.id > ?::uuid', lastId);
    return this.dataSource.query(
      `SELECT ${columns} FROM ${tables} JOIN conferences c ON c.id = d.conference_id WHERE ${where.sql}
       ORDER BY d.id LIMIT ${where.parameter(limit)}`,
      where.parameters,
    );
  }
}

function addState(where: ReturnType<typeof whereDelegates>, { state }: DelegateList): void {
  // While a booking is filled in or after its time ran out, its delegates are drafts alike.
  if (state === 'current') where.add(`d.status = ANY(?) AND b.status <> 'lapsed'`, currentDelegates);
  else if (state !== 'any') where.add('d.status = ?', state);
}
