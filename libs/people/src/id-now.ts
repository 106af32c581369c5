import type { EntityManager } from 'typeorm';
import { currentPerson } from './find-person.js';
import { lockPeopleForChanges } from './people-lock.js';

/**
 * Under which id a message's person is to be written down: theirs, or that of the record which took its place. Until the
 * transaction ends they are neither merged nor erased. To be called before any other lock is taken.
 *
 * @returns `null` for nobody, and for whoever has been erased
 */
export async function idNow(manager: EntityManager, personId: string | null): Promise<string | null> {
  await lockPeopleForChanges(manager);
  if (personId === null) return null;
  const rows: { id: string }[] = await manager.query(
    `SELECT me.id FROM (SELECT ${currentPerson} AS id) AS me
     WHERE NOT EXISTS (SELECT FROM erased_people e WHERE e.id = me.id)`,
    [personId],
  );
  return rows[0]?.id ?? null;
}
