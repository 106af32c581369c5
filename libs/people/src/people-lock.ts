import type { EntityManager } from 'typeorm';

/** Any number that nothing else locks in the database, which all apps share; each app's people are locked apart. */
const peopleLock = 5_741_400;

const ownPeople = `$1, 'people'::regclass::oid::integer`;

/**
 * For what writes down who somebody is (a booking, a note, a payment): any number of them at once, until the transaction
 * ends. The first lock that a transaction takes.
 */
export async function lockPeopleForChanges(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(${ownPeople})`, [peopleLock]);
}

/**
 * For what moves or ends all that belongs to a person (merging, erasing): alone, until the transaction ends. So a change
 * that is under way cannot bring back what is being taken away.
 */
export async function lockPeopleAlone(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(${ownPeople})`, [peopleLock]);
}
