import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TravellerChargeRow } from './traveller-charge.entity.js';

/** Has what was charged for a place follow it to whoever takes it: the money stays as it is, and so do the invoices. */
@Injectable()
export class MoveCharges {
  /** Under the visit's lock, in the transaction that puts somebody in another's place. */
  async run(manager: EntityManager, fromTravellerId: string, toTravellerId: string): Promise<void> {
    await manager.update(
      TravellerChargeRow,
      { travellerId: fromTravellerId },
      { travellerId: toTravellerId },
    );
  }
}
