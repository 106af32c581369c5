import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { contractOf, type AppName } from '#contracts';
import { Outbox, type Outgoing, type TellAgain } from '#messaging';
import { OwnItemRow } from '../itinerary/publication.entities.js';
import { Publications } from '../itinerary/publications.js';
import { itineraryFacts } from '../itinerary/tell-travellers.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { travellerFacts } from '../travellers/tell-traveller.js';
import type { Visit } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import { visitFacts } from '../visits/visit-facts.js';
import { visitOf } from '../visits/visit-of.js';

type Told = Outgoing<
  | 'study-visits.visit-announced.v1'
  | 'study-visits.traveller-confirmed.v1'
  | 'study-visits.itinerary-changed.v1'
>;

/** Tells an app of the visits that everybody can see and that are not over, who travels with them, and what was published for each. */
@Injectable()
export class TellVisitsAgain implements TellAgain {
  constructor(
    private readonly outbox: Outbox,
    private readonly travellers: ReadTravellers,
    private readonly publications: Publications,
  ) {}

  async run(manager: EntityManager, to: AppName, correlationId: string): Promise<number> {
    const rows = await manager.find(VisitRow, {
      where: { status: In(['announced', 'confirmed']) },
      order: { firstDay: 'ASC', id: 'ASC' },
    });
    let told = 0;
    for (const row of rows) {
      const all = await this.of(manager, row, correlationId);
      const theirs = all.filter(({ type }) => contractOf(type).consumers.includes(to));
      await this.outbox.addAll(
        manager,
        theirs.map((each) => ({ ...each, to: [to] })),
      );
      told += theirs.length;
    }
    return told;
  }

  private async of(manager: EntityManager, row: VisitRow, correlationId: string): Promise<Told[]> {
    const visit = visitOf(row);
    const facts = visitFacts(visit);
    const travellers = await this.travellers.confirmed(visit.id, manager);
    return [
      ...(facts === null
        ? []
        : [
            {
              type: 'study-visits.visit-announced.v1' as const,
              aggregate: { id: facts.id, version: facts.version },
              correlationId,
              payload: facts,
            },
          ]),
      ...travellers.map((traveller) => ({
        type: 'study-visits.traveller-confirmed.v1' as const,
        aggregate: { id: traveller.id, version: traveller.version },
        correlationId,
        payload: travellerFacts(visit, traveller),
      })),
      ...(await this.days(manager, visit, travellers, correlationId)),
    ];
  }

  /** All that each traveller was ever told of, what is theirs no longer too: whoever hears it may know an older state of it. */
  private async days(
    manager: EntityManager,
    visit: Visit,
    travellers: readonly Traveller[],
    correlationId: string,
  ): Promise<Told[]> {
    const rows = await manager.find(OwnItemRow, {
      where: { travellerId: In(travellers.map(({ id }) => id)) },
      order: { travellerId: 'ASC', itemId: 'ASC' },
    });
    const known = Map.groupBy(rows, ({ travellerId }) => travellerId);
    const last = await this.publications.last(visit.id, manager);
    return travellers.flatMap((traveller) => {
      const items = known.get(traveller.id) ?? [];
      if (last === null || items.length === 0) return [];
      return [
        {
          type: 'study-visits.itinerary-changed.v1' as const,
          aggregate: { id: traveller.id, version: last.number },
          correlationId,
          payload: itineraryFacts(visit, last.number, traveller, items),
        },
      ];
    });
  }
}
