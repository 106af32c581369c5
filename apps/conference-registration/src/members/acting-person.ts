import type { EntityManager } from 'typeorm';
import { forbidden } from '#platform';
import { ErasedPersonRow } from './erased-person.entity.js';
import { lockPeopleForChanges } from './people-lock.js';
import { PersonRow } from './person.entity.js';

/**
 * Under which id a transaction writes down what somebody does: theirs, or that of the record which took its place. Until the
 * transaction ends they are neither merged nor erased. To be called before any other lock is taken.
 *
 * @throws Problem 403 when they have been erased; a session may last longer than that
 */
export async function actingPerson(manager: EntityManager, personId: string): Promise<string> {
  await lockPeopleForChanges(manager);
  const person = await manager.findOneBy(PersonRow, { id: personId });
  const current = person?.mergedInto ?? personId;
  if (await manager.existsBy(ErasedPersonRow, { id: current })) {
    throw forbidden('What we held on you has been erased.');
  }
  return current;
}
