import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions, type Actor } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import type { Wanted } from '../places/domain/wanted.js';
import { TakePlaces } from '../places/take-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { BookingHistory } from './booking-history.js';
import { BookingRow } from './booking.entity.js';
import { holdMinutes } from './domain/booking.js';
import { FindBooking } from './find-booking.js';
import { wrongStatus } from './problems.js';

/** Takes the places of a booking again whose time had run out. They cost what they cost today. */
@Injectable()
export class ResumeBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindBooking,
    private readonly takePlaces: TakePlaces,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked for again while its places are kept, it changes nothing more.
   *
   * @throws Problem 404; 409 `wrong-status`, or as `TakePlaces` does when there are too few places left
   */
  async run(actor: Actor, key: string): Promise<BookingRow> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { booking, catalogue } = await this.find.forPlaces(manager, actor, key);
      return this.within(manager, actor, catalogue, booking);
    });
  }

  /** The same in a transaction that has both locks already. */
  async within(
    manager: EntityManager,
    actor: Actor,
    catalogue: Catalogue,
    booking: BookingRow,
  ): Promise<BookingRow> {
    const { id, status, organisationId, category, codeId, version } = booking;
    if (status === 'held') return booking;
    if (status !== 'lapsed') throw wrongStatus(status, 'its places cannot be taken again');
    await this.takePlaces.run(manager, catalogue, await lapsedPlaces(manager, booking), {
      bookingId: id,
      organisationId,
      category,
      status: 'held',
      codeId,
      offerId: null,
      isNew: true,
    });
    const change = {
      status: 'held' as const,
      heldUntil: dateOf(this.clock().add({ minutes: holdMinutes })),
      extended: false,
      version: version + 1,
    };
    await manager.update(BookingRow, { id }, change);
    await this.history.record(manager, { bookingId: id, act: 'resumed', actor });
    return { ...booking, ...change };
  }
}

/** What the booking had when its time ran out: nothing was given back later than that but by its running out. */
async function lapsedPlaces(manager: EntityManager, { id, heldUntil }: BookingRow): Promise<Wanted[]> {
  return manager.query(
    `SELECT p.ticket_type_id AS "ticketTypeId", p.delegate_id AS "delegateId"
     FROM places p JOIN delegates d ON d.id = p.delegate_id JOIN ticket_types t ON t.id = p.ticket_type_id
     WHERE p.booking_id = $1 AND p.status = 'released' AND p.released_at >= $2
     ORDER BY d.number, t.kind DESC, p.id`,
    [id, heldUntil],
  );
}
