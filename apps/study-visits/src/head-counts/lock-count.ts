import type { EntityManager } from 'typeorm';
import type { Visit } from '../visits/domain/visit.js';
import type { CountedThing } from './counts.js';
import { HeadCountRow } from './head-count.entities.js';

/** The lock of a count, which its row is; it is made where there is none. It comes after that of the visit. */
export async function lockCount(
  manager: EntityManager,
  visit: Pick<Visit, 'id'>,
  { id, kind }: Pick<CountedThing, 'id' | 'kind'>,
): Promise<HeadCountRow> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(HeadCountRow)
    .values({
      id,
      visitId: visit.id,
      legId: kind === 'leg' ? id : null,
      itemId: kind === 'item' ? id : null,
      version: 1,
      closedAt: null,
    })
    .orIgnore()
    .execute();
  return manager.findOneOrFail(HeadCountRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
}
