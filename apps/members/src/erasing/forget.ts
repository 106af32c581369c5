import type { EntityManager } from 'typeorm';
import { erasedName, traces } from './domain/traces.js';

/** What is left of a record: its id, and the version that emptying it made. */
export interface Stone {
  readonly id: string;
  readonly version: number;
}

/** Carries out what {@link traces} says for these people, in the caller's transaction. */
export async function forget(manager: EntityManager, people: readonly string[]): Promise<Stone[]> {
  const addresses: { address: string }[] = await manager.query(
    'SELECT address FROM emails WHERE person_id = ANY($1)',
    [people],
  );
  // Requests to sign in know an address and no person; they go first, while the addresses are known.
  await manager.query('DELETE FROM sign_in_requests WHERE address = ANY($1)', [
    addresses.map(({ address }) => address),
  ]);
  for (const { table, column, made } of traces) {
    if (made === 'keep') continue;
    if (made === 'delete') await manager.query(`DELETE FROM ${table} WHERE ${column} = ANY($1)`, [people]);
    else if ('unname' in made) {
      await manager.query(`UPDATE ${table} SET ${made.unname} = $2 WHERE ${column} = ANY($1)`, [
        people,
        erasedName,
      ]);
    } else {
      const cleared = made.clear.map((each) => `${each} = NULL`).join(', ');
      await manager.query(`UPDATE ${table} SET ${cleared} WHERE ${column} = ANY($1)`, [people]);
    }
  }
  const [stones]: [Stone[], number] = await manager.query(
    `UPDATE people SET name = $2, preferred_name = NULL, pronouns = NULL, phone = NULL, job_title = NULL,
       erased_at = now(), changed_at = now(), version = version + 1
     WHERE id = ANY($1) RETURNING id, version`,
    [people, erasedName],
  );
  return stones;
}
