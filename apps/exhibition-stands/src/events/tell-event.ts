import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { standEventFacts } from './event-facts.js';
import type { StandEventRow } from './stand-event.entity.js';

/** Tells other apps of events, with the transaction that changes them. */
@Injectable()
export class TellEvent {
  constructor(private readonly outbox: Outbox) {}

  /** Says nothing where they would see nothing of the change. */
  async changed(
    manager: EntityManager,
    exhibition: Exhibition,
    { before, after }: { readonly before: StandEventRow; readonly after: StandEventRow },
    correlationId: string,
  ): Promise<void> {
    const facts = standEventFacts(exhibition, after);
    if (facts === null) return;
    const known = standEventFacts(exhibition, before);
    const about = { aggregate: { id: facts.id, version: facts.version }, correlationId, payload: facts };
    if (known === null) {
      await this.outbox.add(manager, { type: 'exhibition-stands.stand-event-published.v1', ...about });
    } else if (facts.status === 'cancelled' && known.status !== 'cancelled') {
      await this.outbox.add(manager, { type: 'exhibition-stands.stand-event-cancelled.v1', ...about });
    } else if (JSON.stringify({ ...known, version: facts.version }) !== JSON.stringify(facts)) {
      await this.outbox.add(manager, { type: 'exhibition-stands.stand-event-changed.v1', ...about });
    }
  }
}
