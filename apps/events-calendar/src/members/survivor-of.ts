import type { EntityManager } from 'typeorm';
import { ErasedPersonRow } from './erased-person.entity.js';
import { PersonRow } from './person.entity.js';

/**
 * Whose record a person's is now; `null` for nobody, and for whoever was erased. The caller holds the lock of the people, so
 * that it stays so.
 */
export async function survivorOf(manager: EntityManager, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const person = await manager.findOneBy(PersonRow, { id: personId });
  const survivor = person?.mergedInto ?? personId;
  return (await manager.existsBy(ErasedPersonRow, { id: survivor })) ? null : survivor;
}
