import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { contractOf, type AppName } from '#contracts';
import { Outbox, type Outgoing, type TellAgain } from '#messaging';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { travellerFacts } from '../travellers/tell-traveller.js';
import { VisitRow } from '../visits/visit.entity.js';
import { visitFacts } from '../visits/visit-facts.js';
import { visitOf } from '../visits/visit-of.js';

type Told = Outgoing<'study-visits.visit-announced.v1' | 'study-visits.traveller-confirmed.v1'>;

/** Tells an app of the visits that everybody can see and that are not over, and of who travels with them. */
@Injectable()
export class TellVisitsAgain implements TellAgain {
  constructor(
    private readonly outbox: Outbox,
    private readonly travellers: ReadTravellers,
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
    ];
  }
}
