import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, hashOfLinkSecret } from '#platform';
import { BeginReadiness } from '../readiness/begin-readiness.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import type { Traveller } from './domain/traveller.js';
import { TellTraveller } from './tell-traveller.js';
import { TravellerLinks } from './traveller-links.js';
import { travellerOf } from './traveller-of.js';
import { TravellerRow } from './traveller.entity.js';

/** Who is to travel: all but what this gives them. */
export type NewTraveller = Omit<Traveller, 'id' | 'visitId' | 'number' | 'status' | 'version'>;

/** Adds somebody to the travellers of a visit, with the next number and what they told when they applied, and tells other apps. */
@Injectable()
export class WriteTraveller {
  constructor(
    private readonly links: TravellerLinks,
    private readonly tell: TellTraveller,
    private readonly beginReadiness: BeginReadiness,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param visit under its lock, where the caller has counted its places */
  async run(
    manager: EntityManager,
    visit: Visit,
    who: NewTraveller,
    correlationId: string,
  ): Promise<Traveller> {
    const id = uuidv7();
    const [last]: { number: number }[] = await manager.query(
      'SELECT coalesce(max(number), 0) AS number FROM travellers WHERE visit_id = $1',
      [visit.id],
    );
    await manager.insert(TravellerRow, {
      ...who,
      id,
      visitId: visit.id,
      number: (last?.number ?? 0) + 1,
      status: 'confirmed',
      confirmedAt: dateOf(this.clock()),
      secretHash: hashOfLinkSecret(this.links.secretFor(id)),
      version: 1,
    });
    const traveller = travellerOf(await manager.findOneByOrFail(TravellerRow, { id }));
    await this.tell.now(manager, visit, traveller, correlationId);
    await this.beginReadiness.run(manager, traveller);
    return traveller;
  }
}
