import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Visit } from '../visits/domain/visit.js';
import { MoveReservesUp } from './move-reserves-up.js';
import { OfferRow } from './offer.entity.js';

/** What becomes of the offer of a place when its application is withdrawn. */
@Injectable()
export class EndOffer {
  constructor(private readonly moveUp: MoveReservesUp) {}

  /**
   * The place goes to the next reserve.
   *
   * @param visit under its lock; the application’s new status is written already
   */
  async run(
    manager: EntityManager,
    visit: Visit,
    applicationId: string,
    correlationId: string,
  ): Promise<void> {
    const offer = await manager.findOneBy(OfferRow, { applicationId, status: 'offered' });
    if (offer !== null) {
      await manager.update(OfferRow, { id: offer.id }, { status: 'withdrawn', version: offer.version + 1 });
    }
    await this.moveUp.run(manager, visit, correlationId);
  }
}
