import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ConferenceFacts } from '#contracts';
import { Outbox } from '#messaging';

/** Tells other apps of conferences that everybody can see, with the transaction that changes them. */
@Injectable()
export class TellConference {
  constructor(private readonly outbox: Outbox) {}

  /** It can be seen from now on. */
  async published(manager: EntityManager, facts: ConferenceFacts, correlationId: string): Promise<void> {
    await this.outbox.add(manager, {
      type: 'conference-registration.conference-published.v1',
      ...about(facts, correlationId),
    });
  }

  /** It says something else, or takes another turn. */
  async changed(manager: EntityManager, facts: ConferenceFacts, correlationId: string): Promise<void> {
    await this.outbox.add(manager, {
      type: 'conference-registration.conference-changed.v1',
      ...about(facts, correlationId),
    });
  }
}

const about = (facts: ConferenceFacts, correlationId: string) => ({
  aggregate: { id: facts.id, version: facts.version },
  correlationId,
  payload: facts,
});
