import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AskForCredit, type WantedVisitCredit } from './ask-for-credit.js';
import { TravellerChargeRow } from './traveller-charge.entity.js';

/** Has all that was charged for a place credited, so that the place costs nothing, or can be invoiced anew. */
@Injectable()
export class EndCharges {
  constructor(private readonly credit: AskForCredit) {}

  /**
   * Under the visit's lock.
   *
   * @returns how much is credited now, in pence without VAT; 0 where nothing was invoiced
   */
  async run(manager: EntityManager, wanted: Omit<WantedVisitCredit, 'percent'>): Promise<number> {
    const credited = await this.credit.run(manager, { ...wanted, percent: 100 });
    await manager.update(
      TravellerChargeRow,
      { travellerId: wanted.travellerId, ended: false },
      { ended: true },
    );
    return credited;
  }
}
