import { Inject, Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { hasInvitation, type InvitedGuest } from '../domain/guest.js';
import { ReadEvents, type PlannedEvent } from '../read-events.js';
import { StandEventRow } from '../stand-event.entity.js';
import { EventGuestRow, GuestNeedsRow } from './event-guest.entity.js';
import { findGuest } from './find-guest.js';
import { TellGuests } from './tell-guests.js';

/** Takes guests off the list of an event. */
@Injectable()
export class RemoveGuest {
  constructor(
    private readonly plan: ChangePlan,
    private readonly events: ReadEvents,
    private readonly tell: TellGuests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Their link leads nowhere from then on, and what they told us is gone. Whoever counts on the event is told, and their
   * calendar with them.
   *
   * @returns whether they are told
   * @throws Problem 403 for staff who have been erased; 404
   */
  run(
    actor: Actor,
    { exhibitionId, id }: { readonly exhibitionId: string; readonly id: string },
    guestId: string,
  ): Promise<boolean> {
    return this.plan.run(actor, exhibitionId, async ({ manager }) => {
      const event = await this.events.one({ exhibitionId, id }, manager);
      const guest = await findGuest(manager, event.id, guestId);
      const result = this.isTold(guest, event);
      await manager.delete(GuestNeedsRow, { guestId: guest.id });
      await manager.delete(EventGuestRow, { id: guest.id });
      if (result) await this.write(manager, event, guest, actor.requestId);
      const action = `Guest taken off the list: “${event.row.title}”`;
      return { result, change: { action, changes: [] } };
    });
  }

  /** Whether somebody would have a mail that says so. */
  isTold(guest: InvitedGuest, { row, exhibition }: Pick<PlannedEvent, 'row' | 'exhibition'>): boolean {
    const takesPlace = exhibition.status === 'published' && row.status === 'published';
    return takesPlace && this.isToCome(instantOf(row.endsAt)) && hasInvitation(guest);
  }

  private isToCome(end: Temporal.Instant): boolean {
    return end.epochMilliseconds > this.clock().epochMilliseconds;
  }

  /**
   * The event has a version more: calendars take a CANCEL whose SEQUENCE is higher than that of the invitation (RFC 5546
   * §3.2.5, §2.1.4), and later on another invitation, if there is one, whose SEQUENCE is not lower than that (§2.1.5).
   */
  private async write(
    manager: EntityManager,
    { id, row, version: before, exhibition }: PlannedEvent,
    guest: EventGuestRow,
    correlationId: string,
  ): Promise<void> {
    const version = before + 1;
    await manager.update(StandEventRow, { id }, { version });
    const event = { ...row, version };
    await this.tell.write(manager, {
      exhibition,
      event,
      guests: [guest],
      occasion: 'removed',
      correlationId,
    });
  }
}
