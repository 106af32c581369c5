import { Inject, Injectable } from '@nestjs/common';
import { lockPeopleForChanges } from '#people';
import { conflict, Transactions, type Actor } from '#platform';
import { placesOf } from '../booking-page/booking-details.js';
import { mustBeFilledIn, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { DelegateRow } from '../bookings/delegate.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { ReleasePlaces } from '../places/release-places.js';
import { CLOCK, type Clock } from '../tokens.js';

/** Takes somebody off a booking that is not confirmed yet, and gives their places back. */
@Injectable()
export class RemoveDelegate {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly releasePlaces: ReleasePlaces,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @throws Problem 404; 409 `already-confirmed`, `last-delegate`
   */
  async run(actor: Actor, key: string, number: number): Promise<void> {
    await this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { booking, catalogue } = await this.findBooking.forPlaces(manager, actor, key);
      mustBeFilledIn(booking, this.clock());
      const details = await this.readBooking.of(booking, manager, catalogue);
      const found = details.delegates.find(({ delegate }) => delegate.number === number);
      if (found === undefined) return;
      if (details.delegates.length === 1) {
        throw conflict(
          'last-delegate',
          'A booking has one delegate at least. Change this one, or give the booking up.',
        );
      }
      await this.releasePlaces.run(
        manager,
        catalogue,
        placesOf(found).map(({ place }) => place.id),
      );
      // Their places stay as given back ones, without them.
      await manager.query('UPDATE places SET delegate_id = NULL WHERE delegate_id = $1', [found.delegate.id]);
      await manager.delete(DelegateRow, { id: found.delegate.id });
      await this.history.record(manager, {
        bookingId: booking.id,
        act: 'delegate-removed',
        details: { number, name: found.delegate.name },
        actor: named(actor, booking.bookerName),
      });
    });
  }
}
