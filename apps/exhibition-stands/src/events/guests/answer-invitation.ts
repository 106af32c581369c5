import { Inject, Injectable } from '@nestjs/common';
import { lockPeopleForChanges } from '#people';
import { conflict, dateOf, Transactions, valueOf } from '#platform';
import { LockExhibition } from '../../exhibitions/lock-exhibition.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { checkAnswer, placesOf, type AnswerInput } from '../domain/guest.js';
import { ReadEvents } from '../read-events.js';
import { EventGuestRow, GuestNeedsRow } from './event-guest.entity.js';
import { ReadGuests } from './read-guests.js';
import { TellGuests } from './tell-guests.js';

/**
 * What guests answer by their own links; whoever says that they come has a mail that says so. Nobody is let come beyond the
 * event's capacity.
 */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly transactions: Transactions,
    private readonly lock: LockExhibition,
    private readonly guests: ReadGuests,
    private readonly events: ReadEvents,
    private readonly tell: TellGuests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param correlationId of the request
   * @throws Problem 404; 409 `event-full`, `event-cancelled`, `event-begun`; 422 with every field that needs attention
   */
  run(secret: string, input: AnswerInput, correlationId: string): Promise<void> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const found = await this.guests.bySecret(secret, manager);
      // Places are counted under the lock, and what was read before it may be another by now.
      await this.lock.run(manager, found.event.exhibition.id);
      const { guest, event } = await this.guests.bySecret(secret, manager);
      const { row } = event;
      const now = dateOf(this.clock());
      if (row.status === 'cancelled')
        throw conflict(
          'event-cancelled',
          'This event is called off, so there is nothing to answer any more.',
        );
      if (row.startsAt <= now)
        throw conflict('event-begun', 'The event has begun, so your answer stays as it was.');
      const { dietary, status, plusOnes } = valueOf(checkAnswer(input, guest));
      const others = (await this.events.taken(row.id, manager)) - placesOf(guest);
      const left = row.capacity - others;
      if (placesOf({ status, plusOnes }) > left) throw full(left);
      const answer = { status, plusOnes, answeredAt: now, version: guest.version + 1 };
      await manager.update(EventGuestRow, { id: guest.id }, answer);
      await manager.delete(GuestNeedsRow, { guestId: guest.id });
      if (dietary !== null) await manager.insert(GuestNeedsRow, { guestId: guest.id, dietary });
      if (status === 'coming' && guest.status !== 'coming') {
        const told = { exhibition: event.exhibition, event: row, guests: [{ ...guest, ...answer }] };
        await this.tell.write(manager, { ...told, occasion: 'confirmed', correlationId });
      }
    });
  }
}

/** 409: there are not so many places left. */
const full = (left: number) =>
  conflict(
    'event-full',
    left <= 0
      ? 'All places are taken now. If somebody cannot come after all, you can have theirs with the same link.'
      : `Only ${left === 1 ? 'one place is' : `${left} places are`} left. Bring fewer people with you.`,
  );
