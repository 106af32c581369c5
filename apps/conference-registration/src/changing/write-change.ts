import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, type Actor } from '#platform';
import { currentDelegates, type BookingDetails } from '../booking-page/booking-details.js';
import { BookingHistory } from '../bookings/booking-history.js';
import { BookingRow } from '../bookings/booking.entity.js';
import type { BookingAct } from '../bookings/domain/acts.js';
import { bookingFactsOf } from '../confirming/tell-confirmed.js';
import { TellBooking } from '../telling/tell-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { statusAfter } from './domain/status-after.js';

/** One line of the history for what was done. */
export interface DoneChange {
  readonly act: BookingAct;
  readonly details?: object;
  readonly actor: Actor;
}

/** Writes what every change of a confirmed booking leaves behind: another version, a line of history, word to other apps. */
@Injectable()
export class WriteChange {
  constructor(
    private readonly history: BookingHistory,
    private readonly tell: TellBooking,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param details with the delegates as they are from now on
   * @returns the same with the booking as it is from now on; cancelled once nobody is left
   */
  async run(manager: EntityManager, details: BookingDetails, done: DoneChange): Promise<BookingDetails> {
    await this.history.record(manager, { bookingId: details.booking.id, ...done });
    return this.raise(manager, details, done.actor);
  }

  /** The same where its line of history is written already. */
  async raise(manager: EntityManager, details: BookingDetails, actor: Actor): Promise<BookingDetails> {
    const { booking, delegates } = details;
    const status = statusAfter(delegates.map(({ delegate }) => delegate.status));
    const change = {
      status,
      version: booking.version + 1,
      ...(status === 'cancelled' && { cancelledAt: dateOf(this.clock()) }),
    };
    await manager.update(BookingRow, { id: booking.id }, change);
    const after = { ...details, booking: { ...booking, ...change } };
    const confirmed = currentDelegates(after).filter(({ delegate }) => delegate.status === 'confirmed');
    const facts = bookingFactsOf(after.booking, status, confirmed.length);
    const { requestId } = actor;
    if (status === 'cancelled') await this.tell.cancelled(manager, facts, requestId);
    else await this.tell.changed(manager, facts, requestId);
    return after;
  }
}
