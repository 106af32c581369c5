import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, instantOf, Transactions, type Actor } from '#platform';
import { CLOCK, type Clock } from '../tokens.js';
import { BookingHistory } from './booking-history.js';
import { BookingRow } from './booking.entity.js';
import { extensionMinutes } from './domain/booking.js';
import { FindBooking } from './find-booking.js';
import { wrongStatus } from './problems.js';

/** Keeps a booking's places for longer, once. */
@Injectable()
export class ExtendHold {
  constructor(
    private readonly transactions: Transactions,
    private readonly find: FindBooking,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked for again, it changes nothing more.
   *
   * @returns the booking as it is then
   * @throws Problem 404; 409 `wrong-status` when it is not being filled in, `hold-ran-out` when its time is over
   */
  async run(actor: Actor, key: string): Promise<BookingRow> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const booking = await this.find.forChange(manager, actor, key);
      const { id, status, heldUntil, extended, version } = booking;
      if (status === 'lapsed') throw ranOut();
      if (status !== 'held' || heldUntil === null) throw wrongStatus(status, 'no more time can be had');
      const until = instantOf(heldUntil);
      if (Temporal.Instant.compare(until, this.clock()) <= 0) throw ranOut();
      if (extended) return booking;
      const change = {
        heldUntil: dateOf(until.add({ minutes: extensionMinutes })),
        extended: true,
        version: version + 1,
      };
      await manager.update(BookingRow, { id }, change);
      await this.history.record(manager, { bookingId: id, act: 'hold-extended', actor });
      return { ...booking, ...change };
    });
  }
}

const ranOut = () =>
  conflict('hold-ran-out', 'The time has run out. Take the places again, if there are any left.');
