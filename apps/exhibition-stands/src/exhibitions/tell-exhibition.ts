import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '#messaging';
import type { Exhibition } from './domain/exhibition.js';
import { exhibitionFacts } from './exhibition-facts.js';

/** Tells other apps of exhibitions that everybody can see, with the transaction that changes them. */
@Injectable()
export class TellExhibition {
  constructor(private readonly outbox: Outbox) {}

  /** Says nothing where they would see nothing of the change. */
  async changed(
    manager: EntityManager,
    before: Exhibition,
    after: Exhibition,
    correlationId: string,
  ): Promise<void> {
    const facts = exhibitionFacts(after);
    if (facts === null) return;
    const known = exhibitionFacts(before);
    if (known !== null && JSON.stringify({ ...known, version: facts.version }) === JSON.stringify(facts))
      return;
    const about = { aggregate: { id: facts.id, version: facts.version }, correlationId, payload: facts };
    await this.outbox.add(
      manager,
      known === null
        ? { type: 'exhibition-stands.exhibition-published.v1', ...about }
        : { type: 'exhibition-stands.exhibition-changed.v1', ...about },
    );
  }
}
