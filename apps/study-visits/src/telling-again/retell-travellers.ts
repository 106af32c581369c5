import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Visit } from '../visits/domain/visit.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { TellTraveller, travellerFacts } from '../travellers/tell-traveller.js';

/** Tells other apps of those who travel with a visit where its change is one for them: other days, another title, called off. */
@Injectable()
export class RetellTravellers {
  constructor(
    private readonly travellers: ReadTravellers,
    private readonly tell: TellTraveller,
  ) {}

  /** Under the visit's lock, in the transaction that changes it. */
  async ofVisit(manager: EntityManager, before: Visit, after: Visit, correlationId: string): Promise<void> {
    const isCalledOff = after.status === 'cancelled' && before.status !== 'cancelled';
    const [one] = await this.travellers.confirmed(after.id, manager);
    if (one === undefined) return;
    const isSame = JSON.stringify(travellerFacts(before, one)) === JSON.stringify(travellerFacts(after, one));
    if (isSame && !isCalledOff) return;
    // A higher version each, as whoever hears of an older one passes it over.
    await manager.query(
      `UPDATE travellers SET version = version + 1 WHERE visit_id = $1 AND status = 'confirmed'`,
      [after.id],
    );
    for (const traveller of await this.travellers.confirmed(after.id, manager)) {
      await this.tell.now(manager, after, traveller, correlationId);
    }
  }
}
