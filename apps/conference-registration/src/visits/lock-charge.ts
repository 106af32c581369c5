import type { EntityManager } from 'typeorm';
import { VisitChargeRow } from './visit-charge.entity.js';

/** What somebody is to pay for a study visit, locked until the transaction ends; before the customer is. `null`: none. */
export const lockCharge = (manager: EntityManager, id: string): Promise<VisitChargeRow | null> =>
  manager
    .createQueryBuilder(VisitChargeRow, 'charge')
    .setLock('pessimistic_write')
    .where('charge.id = :id', { id })
    .getOne();
