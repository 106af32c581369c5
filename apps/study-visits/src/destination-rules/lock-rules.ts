import type { EntityManager } from 'typeorm';

const rulesLock = `'destination_rules'::regclass::oid::bigint`;

/**
 * For what judges by the rules: any number at once, until the transaction ends, and none while the rules change. So nothing stays
 * judged by a rule that is no more. It comes after the locks of the people and of a visit.
 */
export async function lockRulesToJudge(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock_shared(${rulesLock})`);
}

/** For what changes the rules: alone. It locks no visit, neither before nor after. */
export async function lockRulesToChange(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(${rulesLock})`);
}
