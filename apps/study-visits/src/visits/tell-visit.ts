import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import type { Visit } from './domain/visit.js';
import { visitFacts } from './visit-facts.js';

/** Tells other apps of visits that everybody can see, with the transaction that changes them. */
@Injectable()
export class TellVisit {
  constructor(private readonly outbox: Outbox) {}

  /** Says nothing where they would see nothing of the change. */
  async changed(manager: EntityManager, before: Visit, after: Visit, correlationId: string): Promise<void> {
    const facts = visitFacts(after);
    if (facts === null) return;
    const known = visitFacts(before);
    if (known !== null && JSON.stringify({ ...known, version: facts.version }) === JSON.stringify(facts))
      return;
    const about = { aggregate: { id: facts.id, version: facts.version }, correlationId, payload: facts };
    await this.outbox.add(
      manager,
      known === null
        ? { type: 'study-visits.visit-announced.v1', ...about }
        : { type: 'study-visits.visit-changed.v1', ...about },
    );
  }
}
