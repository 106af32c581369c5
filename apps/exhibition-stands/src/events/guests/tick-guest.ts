import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { dateOf, notFound, Transactions } from '#platform';
import { isId } from '../../domain/ids.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { EventGuestRow, GuestNeedsRow } from './event-guest.entity.js';

/** The guest list at the stand: who has arrived. And taking a guest off it. */
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
      const guest = await find(manager, eventId, guestId);
      if ((guest.arrivedAt !== null) === isThere) return guest;
      const change = isThere
        ? { arrivedAt: dateOf(this.clock()), arrived: 1 + guest.plusOnes }
        : { arrivedAt: null, arrived: 0 };
      await manager.update(EventGuestRow, { id: guest.id }, { ...change, version: guest.version + 1 });
      return find(manager, eventId, guestId);
    });
  }

  /** Takes somebody off the list: their link leads nowhere from then on, and what they told us is gone. */
  remove(eventId: string, guestId: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const { id } = await find(manager, eventId, guestId);
      await manager.delete(GuestNeedsRow, { guestId: id });
      await manager.delete(EventGuestRow, { id });
    });
  }
}

async function find(manager: EntityManager, standEventId: string, id: string): Promise<EventGuestRow> {
  const guest = isId(id)
    ? await manager.findOne(EventGuestRow, {
        where: { id, standEventId },
        lock: { mode: 'pessimistic_write' },
      })
    : null;
  if (guest === null) throw notFound('There is no such guest of this event.');
  return guest;
}
