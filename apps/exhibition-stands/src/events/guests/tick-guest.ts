import { Inject, Injectable } from '@nestjs/common';
import { lockPeopleForChanges } from '#people';
import { dateOf, Transactions } from '#platform';
import { CLOCK, type Clock } from '../../tokens.js';
import { EventGuestRow } from './event-guest.entity.js';
import { findGuest } from './find-guest.js';

/** The guest list at the stand: who has arrived. */
@Injectable()
export class TickGuest {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Ticks a guest off with those whom they bring, or takes that back; one that is so already stays as it is.
   *
   * @throws Problem 404
   */
  arrived(eventId: string, guestId: string, isThere: boolean): Promise<EventGuestRow> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const guest = await findGuest(manager, eventId, guestId);
      if ((guest.arrivedAt !== null) === isThere) return guest;
      const change = isThere
        ? { arrivedAt: dateOf(this.clock()), arrived: 1 + guest.plusOnes }
        : { arrivedAt: null, arrived: 0 };
      await manager.update(EventGuestRow, { id: guest.id }, { ...change, version: guest.version + 1 });
      return findGuest(manager, eventId, guestId);
    });
  }
}
