import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TravellerFacts } from '#contracts';
import { Outbox } from '#messaging';
import { visitPath } from '../visits/addresses.js';
import type { Visit } from '../visits/domain/visit.js';
import type { Traveller } from './domain/traveller.js';

/** A traveller as other apps are told of them. */
export const travellerFacts = (visit: Visit, traveller: Traveller): TravellerFacts => ({
  id: traveller.id,
  visitId: visit.id,
  visitTitle: visit.title,
  personId: traveller.personId,
  organisationId: traveller.organisationId,
  firstDay: visit.firstDay,
  lastDay: visit.lastDay,
  zone: visit.zone,
  region: visit.region,
  path: visitPath(visit.slug),
  version: traveller.version,
});

/**
 * Tells other apps who travels, and who does no longer, with the transaction that changes it. With a visit that was called off
 * nobody travels.
 */
@Injectable()
export class TellTraveller {
  constructor(private readonly outbox: Outbox) {}

  async now(
    manager: EntityManager,
    visit: Visit,
    traveller: Traveller,
    correlationId: string,
  ): Promise<void> {
    const aggregate = { id: traveller.id, version: traveller.version };
    const about = { aggregate, correlationId, payload: travellerFacts(visit, traveller) };
    await this.outbox.add(
      manager,
      traveller.status === 'confirmed' && visit.status !== 'cancelled'
        ? { type: 'study-visits.traveller-confirmed.v1', ...about }
        : { type: 'study-visits.traveller-withdrawn.v1', ...about },
    );
  }
}
