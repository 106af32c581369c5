import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import {
  type Actor,
  hashOfLinkSecret,
  type Identity,
  isLinkSecret,
  isStaff,
  type JsonRow,
  notFound,
  type Problem,
  rowsOfJson,
} from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { LockPlaces } from '../places/lock-places.js';
import { BookingRow } from './booking.entity.js';
import { readReference } from './domain/reference.js';

/** 404 for a booking that is not there, or that whoever asks has no right to: the two look the same. */
export const noSuchBooking = (): Problem =>
  notFound(
    'There is no booking at this address that you may see. Sign in as the person who booked, or use the link in our mail.',
  );

/**
 * Finds bookings for those who have a right to them: whoever booked, the booking contacts of the organisation that is the
 * customer, staff, and whoever has a guest's secret.
 */
@Injectable()
export class FindBooking {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly lockPlaces: LockPlaces,
  ) {}

  /**
   * @param key the reference, or a guest's secret
   * @throws Problem 404
   */
  async forReading(
    actor: Actor,
    key: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<BookingRow> {
    return this.find(manager, actor, key, false);
  }

  /**
   * The booking, locked until the transaction ends. For what changes no places (names, answers, a purchase order); whoever
   * changes places uses {@link forPlaces}, as the conference's lock comes first.
   *
   * @throws Problem 404
   */
  async forChange(manager: EntityManager, actor: Actor, key: string): Promise<BookingRow> {
    return this.find(manager, actor, key, true);
  }

  /**
   * The booking and what its conference offers, both locked. A booking whose time has run out has lapsed by then.
   *
   * @throws Problem 404
   */
  async forPlaces(
    manager: EntityManager,
    actor: Actor,
    key: string,
  ): Promise<{ readonly booking: BookingRow; readonly catalogue: Catalogue }> {
    const { conferenceId } = await this.find(manager, actor, key, false);
    const catalogue = await this.lockPlaces.run(manager, conferenceId);
    return { booking: await this.find(manager, actor, key, true), catalogue };
  }

  private async find(
    manager: EntityManager,
    { identity }: Actor,
    key: string,
    isLocked: boolean,
  ): Promise<BookingRow> {
    const where = whereOf(key);
    if (where === null) throw noSuchBooking();
    // Each request of a booking begins with this, so that it goes past TypeORM, which would write the statement each time.
    const found: { booking: JsonRow }[] = await manager.query(
      `SELECT to_jsonb(b) AS booking FROM bookings b WHERE b.${where.column} = $1${isLocked ? ' FOR UPDATE' : ''}`,
      [where.value],
    );
    const rows = found.map(({ booking: row }) => row);
    const [booking] = rowsOfJson<BookingRow>(this.dataSource.getMetadata(BookingRow), rows);
    // Whoever knows the secret has the right to it.
    if (booking && (isLinkSecret(key) || (await mayHave(manager, identity, booking)))) return booking;
    throw noSuchBooking();
  }
}

function whereOf(key: string): { readonly column: string; readonly value: string | Buffer } | null {
  if (isLinkSecret(key)) return { column: 'secret_hash', value: hashOfLinkSecret(key) };
  const reference = readReference(key);
  return reference === null ? null : { column: 'reference', value: reference };
}

async function mayHave(manager: EntityManager, identity: Identity, booking: BookingRow): Promise<boolean> {
  const { personId } = identity;
  if (personId === null) return false;
  if (isStaff(identity) || booking.bookerPersonId === personId) return true;
  const contactOf = booking.bookedFor === 'organisation' ? booking.organisationId : null;
  const [row]: { may: boolean }[] = await manager.query(
    `WITH me AS (SELECT coalesce((SELECT merged_into FROM people WHERE id = $1), $1) AS id)
     SELECT EXISTS (SELECT FROM me WHERE id = $2)
       OR EXISTS (SELECT FROM me JOIN affiliations a ON a.person_id = me.id
         WHERE a.organisation_id = $3 AND a.is_booking_contact) AS may`,
    [personId, booking.bookerPersonId, contactOf],
  );
  return row?.may === true;
}
