import type { EntityManager } from 'typeorm';
import { forbidden } from '#platform';
import { currentPerson } from './find-person.js';
import { lockPeopleForChanges } from './people-lock.js';

/**
 * Under which id a transaction writes down what somebody does: theirs, or that of the record which took its place. Until the
 * transaction ends they are neither merged nor erased. To be called before any other lock is taken.
 *
 * @throws Problem 403 when they have been erased; a session may last longer than that
 */
export async function actingPerson(manager: EntityManager, personId: string): Promise<string> {
  await lockPeopleForChanges(manager);
  const [row]: { id: string; isErased: boolean }[] = await manager.query(
    `SELECT me.id, EXISTS (SELECT FROM erased_people e WHERE e.id = me.id) AS "isErased"
     FROM (SELECT ${currentPerson} AS id) AS me`,
    [personId],
  );
  if (row === undefined) throw new Error('a statement without a table gave no row');
  if (row.isErased) throw forbidden('What we held on you has been erased.');
  return row.id;
}
