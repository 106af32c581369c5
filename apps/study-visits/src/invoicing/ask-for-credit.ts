import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Outbox } from '#messaging';
import { creditFor } from './domain/charges.js';
import { TravellerChargeRow } from './traveller-charge.entity.js';

export interface WantedVisitCredit {
  readonly travellerId: string;
  /** Of the whole price that is not charged, 0 to 100: what the visit's refund rules give. */
  readonly percent: number;
  /** Why; it stands on the credit note. */
  readonly reason: string;
  readonly correlationId: string;
}

/** Asks conference registration to credit what somebody who withdraws need not pay, in the transaction that withdraws them. */
@Injectable()
export class AskForCredit {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Under the visit's lock. Asked again with the same, nothing more is credited; nothing is where nothing was invoiced.
   *
   * @returns how much is credited now, in pence without VAT
   */
  async run(
    manager: EntityManager,
    { travellerId, percent, reason, correlationId }: WantedVisitCredit,
  ): Promise<number> {
    const rows = await manager.findBy(TravellerChargeRow, { travellerId, ended: false });
    const charges = rows.map(({ id, kind, netPence, creditAskedPence: creditedPence }) => ({
      id,
      kind,
      netPence,
      creditedPence,
    }));
    const parts = creditFor(charges, percent);
    for (const { id: chargeId, netPence } of parts) {
      await manager.increment(TravellerChargeRow, { id: chargeId }, 'creditAskedPence', netPence);
      await this.outbox.add(manager, {
        type: 'study-visits.visit-credit-requested.v1',
        // Of the charge, so that it does not overtake the invoice.
        aggregate: { id: chargeId, version: 2 },
        correlationId,
        payload: { id: uuidv7(), chargeId, netPence, reason },
      });
    }
    return parts.reduce((sum, { netPence }) => sum + netPence, 0);
  }
}
