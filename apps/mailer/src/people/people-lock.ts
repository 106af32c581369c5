import type { EntityManager } from 'typeorm';

/** Any number that nothing else locks in the mailer's database. */
const peopleLock = 5_741_300;

/** For what reads who people are and acts on it: any number at once, until the transaction ends. */
export async function lockPeopleForReading(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [peopleLock]);
}

/**
 * For what changes who people are: alone, until the transaction ends. So no mail is taken in for somebody who is being
 * told of, merged or forgotten without either seeing the other.
 */
export async function lockPeopleAlone(manager: EntityManager): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [peopleLock]);
}
