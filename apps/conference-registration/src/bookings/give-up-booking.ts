import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions, type Actor } from '#platform';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { ReleasePlaces } from '../places/release-places.js';
import { CLOCK, type Clock } from '../tokens.js';
import { BookingHistory } from './booking-history.js';
import { BookingRow } from './booking.entity.js';
import { DelegateRow } from './delegate.entity.js';
import { FindBooking } from './find-booking.js';
import { placesOf } from './places-of.js';
import { wrongStatus } from './problems.js';

/** Gives up a booking that is not confirmed: its places are free for others at once. */
@Injectable()
export class GiveUpBooking {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindBooking,
    private readonly releasePlaces: ReleasePlaces,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked for again, it changes nothing more.
   *
   * @throws Problem 404; 409 `wrong-status` for one that is confirmed: that one is cancelled, by its own rules
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
    const { id, status, version } = booking;
    if (status === 'cancelled') return booking;
    if (status !== 'held' && status !== 'lapsed') {
      throw wrongStatus(status, 'it cannot be given up. Cancel it instead');
    }
    const now = dateOf(this.clock());
    const change = { status: 'cancelled' as const, cancelledAt: now, version: version + 1 };
    await this.releasePlaces.run(manager, catalogue, await placesOf(manager, id));
    await manager.update(DelegateRow, { bookingId: id }, { status: 'cancelled', cancelledAt: now });
    await manager.update(BookingRow, { id }, change);
    await this.history.record(manager, { bookingId: id, act: 'given-up', actor });
    return { ...booking, ...change };
  }
}
