import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#platform';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { EventCover } from './event-cover.js';
import { TellGuests } from './guests/tell-guests.js';
import { ReadEvents } from './read-events.js';
import { StandEventRow } from './stand-event.entity.js';
import { TellEvent } from './tell-event.js';

/** Why and when an exhibition is called off. */
export interface CallingOff {
  readonly actor: Actor;
  /** The exhibition’s own, which guests read as well. */
  readonly reason: string | null;
  readonly now: Temporal.Instant;
  readonly correlationId: string;
}

/**
 * Calls off what was to take place on a stand that there will not be: other apps and guests are told of each, and the rota has no
 * hosts for it any more. Drafts stay, as nobody has heard of them.
 */
@Injectable()
export class CallOffEvents {
  constructor(
    private readonly events: ReadEvents,
    private readonly cover: EventCover,
    private readonly tell: TellEvent,
    private readonly guests: TellGuests,
  ) {}

  /** @param manager of a transaction that holds the locks of the people and of the exhibition */
  async run(
    manager: EntityManager,
    exhibition: Exhibition,
    { actor, reason, now, correlationId }: CallingOff,
  ): Promise<void> {
    for (const before of await this.events.toCome(exhibition.id, now, manager)) {
      const { id, version } = before;
      const columns = { status: 'cancelled', statusReason: reason, version: version + 1 } as const;
      await manager.update(StandEventRow, { id }, columns);
      const after = await manager.findOneByOrFail(StandEventRow, { id });
      await this.cover.keep(manager, actor, after);
      await this.tell.changed(manager, exhibition, { before, after }, correlationId);
      await this.guests.changed(manager, exhibition, { before, after }, correlationId);
    }
  }
}
