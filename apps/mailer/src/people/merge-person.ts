import { Equal, type EntityManager } from 'typeorm';
import { SuppressedAddressRow } from '../suppression/suppressed-address.entity.js';
import { ErasedPersonRow } from './erased-person.entity.js';
import { PersonRow } from './person.entity.js';

/**
 * Lets what belongs to a record that was merged into another follow it there: mails, what is known of their addresses, and
 * what was switched off under either record. Where the other has been erased nothing follows; this one's own erasure is on
 * its way. The caller holds the lock of all people.
 *
 * @returns the record that stands for both in the end
 */
export async function mergePerson(manager: EntityManager, loser: string, into: string): Promise<string> {
  // The messages of two merges, one after the other, may come in any order; rows never point at a merged record.
  const next = await manager.findOneBy(PersonRow, { id: into });
  const survivor = next?.mergedInto ?? into;
  await manager.update(PersonRow, { mergedInto: Equal(loser) }, { mergedInto: survivor });
  await manager.update(PersonRow, { id: loser }, { mergedInto: survivor });
  if (await manager.existsBy(ErasedPersonRow, { id: survivor })) return survivor;
  await manager.query('UPDATE mails SET person_id = $2 WHERE person_id = $1', [loser, survivor]);
  await manager.update(SuppressedAddressRow, { personId: loser }, { personId: survivor });
  await manager.query(
    `WITH theirs AS (DELETE FROM switched_off WHERE person_id = $1 RETURNING kind, since, how)
     INSERT INTO switched_off (person_id, kind, since, how) SELECT $2, kind, since, how FROM theirs
     ON CONFLICT (person_id, kind) DO NOTHING`,
    [loser, survivor],
  );
  return survivor;
}
