import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { AskForMail } from '#messaging';
import { notedActor } from '#people';
import { conflict, notFound, unprocessable, type Actor } from '#platform';
import {
  currentDelegates,
  type BookedDelegate,
  type BookingDetails,
} from '../../booking-page/booking-details.js';
import { ReadBooking } from '../../booking-page/read-booking.js';
import { nameOf } from '../../booking-page/still-missing.js';
import { BookingRow } from '../../bookings/booking.entity.js';
import { mostDelegates } from '../../bookings/domain/booking.js';
import { readReference } from '../../bookings/domain/reference.js';
import { FindBooking } from '../../bookings/find-booking.js';
import type { Catalogue } from '../../catalogue/domain/catalogue.js';
import { ChangeMails } from '../../changing/change-mails.js';
import { WriteChange } from '../../changing/write-change.js';
import { delegateFactsOf } from '../../confirming/tell-confirmed.js';
import { LockPlaces } from '../../places/lock-places.js';
import { TellBooking } from '../../telling/tell-booking.js';

/** A booking that somebody can be moved to. */
export interface Target {
  readonly reference: string;
  readonly bookerName: string;
  /** Those who are in it. */
  readonly delegates: number;
}

/**
 * Moves a delegate, with all that they have and answered, to another booking of the same customer at the same conference. What
 * was invoiced stays on its invoice, as that is the customer's whichever booking it is of: what is credited later is credited
 * there.
 */
@Injectable()
export class MoveDelegate {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly find: FindBooking,
    private readonly lockPlaces: LockPlaces,
    private readonly read: ReadBooking,
    private readonly writeChange: WriteChange,
    private readonly tell: TellBooking,
    private readonly mails: ChangeMails,
    private readonly askForMail: AskForMail,
  ) {}

  /** Where the delegates of a booking can be moved to, the latest first. */
  async targets({ id, conferenceId, bookedFor, organisationId }: BookingRow): Promise<readonly Target[]> {
    if (bookedFor !== 'organisation' || organisationId === null) return [];
    return this.dataSource.query(
      `SELECT b.reference, b.booker_name AS "bookerName", count(d.id)::int AS delegates
       FROM bookings b LEFT JOIN delegates d ON d.booking_id = b.id AND d.status NOT IN ('cancelled', 'declined')
       WHERE b.conference_id = $1 AND b.organisation_id = $2 AND b.booked_for = 'organisation' AND b.id <> $3
         AND b.status IN ('confirmed', 'applied')
       GROUP BY b.id ORDER BY b.created_at DESC, b.id DESC`,
      [conferenceId, organisationId, id],
    );
  }

  /**
   * Within a transaction that has locked nothing. What makes sure that it is done once is the caller's.
   *
   * @param number of the delegate within the booking
   * @returns the reference of the booking that they are in now
   * @throws Problem 404; 409 `wrong-status`, `last-delegate`, `too-many-delegates`; 422 for a booking that is no target
   */
  async run(
    manager: EntityManager,
    actor: Actor,
    reference: string,
    number: number,
    targetReference: string,
  ): Promise<string> {
    const who = await notedActor(manager, actor);
    const seen = await this.find.forReading(who, reference, manager);
    const catalogue = await this.lockPlaces.run(manager, seen.conferenceId);
    const targetKey = readReference(targetReference);
    const target = targetKey === null ? null : await manager.findOneBy(BookingRow, { reference: targetKey });
    const rows = await this.locked(manager, [seen.id, target?.id ?? seen.id]);
    const [from, to] = [rows.get(seen.id), rows.get(target?.id ?? '')];
    if (from === undefined || to === undefined || !isTarget(from, to)) throw notATarget();
    const before = await this.read.of(from, manager, catalogue);
    const toBefore = await this.read.of(to, manager, catalogue);
    const booked = movable(before, toBefore, number);
    const last = Math.max(0, ...toBefore.delegates.map(({ delegate }) => delegate.number));
    await this.move(manager, booked, to.id, last + 1);
    await this.say(manager, who, catalogue, { from, to, booked, number: last + 1 });
    return to.reference;
  }

  /** In an order that is the same for everybody. */
  private async locked(manager: EntityManager, ids: readonly string[]): Promise<Map<string, BookingRow>> {
    const rows = new Map<string, BookingRow>();
    for (const id of [...new Set(ids)].toSorted()) {
      const row = await manager.findOneOrFail(BookingRow, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      rows.set(id, row);
    }
    return rows;
  }

  private async move(
    manager: EntityManager,
    { delegate: { id } }: BookedDelegate,
    bookingId: string,
    number: number,
  ): Promise<void> {
    await manager.query(
      'UPDATE delegates SET booking_id = $2, number = $3, version = version + 1 WHERE id = $1',
      [id, bookingId, number],
    );
    for (const table of ['places', 'answers', 'answer_files']) {
      await manager.query(`UPDATE ${table} SET booking_id = $2 WHERE delegate_id = $1`, [id, bookingId]);
    }
  }

  private async say(
    manager: EntityManager,
    actor: Actor,
    catalogue: Catalogue,
    { from, to, booked, number }: Moved,
  ): Promise<void> {
    const { requestId: correlationId } = actor;
    const { name, number: numberBefore } = booked.delegate;
    const left = await this.writeChange.run(manager, await this.read.of(from, manager, catalogue), {
      act: 'delegate-moved-out',
      details: { number: numberBefore, name, booking: to.reference },
      actor,
    });
    const joined = await this.writeChange.run(manager, await this.read.of(to, manager, catalogue), {
      act: 'delegate-moved-in',
      details: { number, name, booking: from.reference },
      actor,
    });
    const facts = joined.delegates
      .filter(({ delegate }) => delegate.number === number && delegate.status === 'confirmed')
      .map((joiner) => delegateFactsOf(joiner, to.organisationId));
    await this.tell.delegatesConfirmed(manager, facts, correlationId);
    const told = (details: BookingDetails, change: string) =>
      this.mails.bookingChanged(details, { changes: [change], correlationId });
    await this.askForMail.all(manager, [
      ...told(left, `${nameOf(booked)} is now in your organisation’s booking ${to.reference}.`),
      ...told(joined, `${nameOf(booked)} is now in this booking; before, in ${from.reference}.`),
    ]);
  }
}

interface Moved {
  readonly from: BookingRow;
  readonly to: BookingRow;
  readonly booked: BookedDelegate;
  /** In the booking that they are in now. */
  readonly number: number;
}

const isTarget = (from: BookingRow, to: BookingRow): boolean =>
  from.id !== to.id &&
  from.conferenceId === to.conferenceId &&
  from.bookedFor === 'organisation' &&
  to.bookedFor === 'organisation' &&
  from.organisationId !== null &&
  from.organisationId === to.organisationId &&
  (to.status === 'confirmed' || to.status === 'applied');

const notATarget = () =>
  unprocessable([
    {
      field: 'target',
      code: 'unknown-choice',
      message: 'Choose another confirmed booking of the same organisation at this conference.',
    },
  ]);

/** @throws Problem 404 or 409 where they cannot be moved */
function movable(from: BookingDetails, to: BookingDetails, number: number): BookedDelegate {
  const current = currentDelegates(from);
  const booked = current.find(({ delegate }) => delegate.number === number);
  if (booked === undefined) {
    throw notFound('This booking has no such delegate any more. Open the booking again.');
  }
  const { status } = from.booking;
  if (status !== 'confirmed' && status !== 'applied') {
    throw conflict('wrong-status', 'This booking is not confirmed, so nobody can be moved out of it.');
  }
  if (current.length === 1) {
    throw conflict(
      'last-delegate',
      'This is the last delegate of the booking. A booking cannot be empty: cancel it, or move the others here.',
    );
  }
  if (currentDelegates(to).length >= mostDelegates) {
    throw conflict('too-many-delegates', `The other booking has ${mostDelegates} delegates already.`);
  }
  return booked;
}
