import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkRange, refuse, type Checked } from '#checks';
import { conflict, dateOf, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { mustBeOpen } from '../../shifts/change-shifts.js';
import type { Invitee } from '../../team/domain/invitee.js';
import { CLOCK, type Clock } from '../../tokens.js';
import { mostPlusOnes } from '../domain/guest.js';
import { ReadEvents } from '../read-events.js';
import { EventGuestRow } from './event-guest.entity.js';
import { GuestLinks } from './guest-links.js';
import { TellGuests } from './tell-guests.js';

export const plusOnesRules = { what: 'how many each may bring', least: 0, most: mostPlusOnes } as const;

/** More than these are not on the list of one event. */
const mostGuests = 5000;

/** Whom staff want at an event. */
export interface WantedGuests {
  readonly guests: readonly Invitee[];
  readonly plusOnesAllowed: Checked<number>;
}

/** Who came of it, by name. */
export interface InvitedGuests {
  readonly invited: number;
  readonly already: number;
}

/** Puts guests on the list of an event; they are written to once it is published. */
@Injectable()
export class InviteGuests {
  constructor(
    private readonly plan: ChangePlan,
    private readonly events: ReadEvents,
    private readonly links: GuestLinks,
    private readonly tell: TellGuests,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Who is on the list already, by their address, stays as they are.
   *
   * @throws Problem 404; 409 `event-cancelled`, `event-over`, `exhibition-ended`; 422
   */
  within(
    manager: EntityManager,
    actor: Actor,
    { exhibitionId, id }: { readonly exhibitionId: string; readonly id: string },
    { guests, plusOnesAllowed: allowed }: WantedGuests,
  ): Promise<InvitedGuests> {
    return this.plan.within(manager, actor, exhibitionId, async ({ exhibition }) => {
      mustBeOpen(exhibition);
      const { row } = await this.events.one({ exhibitionId, id }, manager);
      if (row.status === 'cancelled')
        throw conflict('event-cancelled', 'This event is called off, so nobody can be invited to it.');
      const now = dateOf(this.clock());
      if (row.endsAt <= now)
        throw conflict('event-over', 'This event is over, so nobody can be invited to it.');
      const plusOnesAllowed = valueOf(
        allowed.ok ? checkRange(allowed.value, 'plusOnesAllowed', plusOnesRules) : allowed,
      );
      if (guests.length === 0) valueOf(refuse('list', 'missing', 'Enter at least one guest.'));
      const there = await manager.findBy(EventGuestRow, { standEventId: id });
      const known = new Set(there.map(({ email }) => email?.toLowerCase()));
      const unique = new Map(guests.map((guest) => [guest.email.toLowerCase(), guest]));
      const added = [...unique].filter(([email]) => !known.has(email)).map(([, guest]) => guest);
      if (there.length + added.length > mostGuests)
        valueOf(
          refuse('list', 'too-many', `An event has at most ${mostGuests.toLocaleString('en-GB')} guests.`),
        );
      const rows = added.map((guest) => this.rowOf(guest, { standEventId: id, plusOnesAllowed, now }));
      for (let at = 0; at < rows.length; at += 500)
        await manager.insert(EventGuestRow, rows.slice(at, at + 500));
      if (row.status === 'published') {
        const correlationId = actor.requestId;
        await this.tell.write(manager, {
          exhibition,
          event: row,
          guests: rows,
          occasion: 'invited',
          correlationId,
        });
      }
      return {
        result: { invited: added.length, already: unique.size - added.length },
        change:
          added.length === 0
            ? null
            : { action: `Guests invited: “${row.title}”, ${added.length}`, changes: [] },
      };
    });
  }

  private rowOf(
    { name, email, organisationName }: Invitee,
    given: { readonly standEventId: string; readonly plusOnesAllowed: number; readonly now: Date },
  ): EventGuestRow {
    const id = uuidv7();
    return {
      id,
      name,
      email,
      organisationName,
      standEventId: given.standEventId,
      plusOnesAllowed: given.plusOnesAllowed,
      status: 'invited',
      plusOnes: 0,
      secretHash: this.links.hashFor(id),
      invitedAt: given.now,
      answeredAt: null,
      remindedAt: null,
      arrivedAt: null,
      arrived: 0,
      version: 1,
    };
  }
}
