import type { EntityManager } from 'typeorm';

/** Any number that nothing else locks in the calendar's database. */
const peopleLock = 5_741_200;

/** For a change of one person: any number of them at once, until the transaction ends. */
export async function lockPeopleForChanges(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [peopleLock]);
}

/**
 * For what moves or ends all that belongs to a person (merging, erasing, making their feed): alone, until the transaction
 * ends. So a change that is under way cannot bring back what is being taken away.
 */
export async function lockPeopleAlone(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [peopleLock]);
}
