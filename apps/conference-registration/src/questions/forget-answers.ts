import type { EntityManager } from 'typeorm';

/**
 * Deletes what was answered for delegates, with the files that were given.
 *
 * @param which `sensitive`: the special categories alone
 */
export async function forgetAnswers(
  manager: EntityManager,
  delegateIds: readonly string[],
  which: 'all' | 'sensitive',
): Promise<void> {
  await manager.query(
    'DELETE FROM answers WHERE delegate_id = ANY($1::uuid[]) AND ($2 OR sensitive IS NOT NULL)',
    [delegateIds, which === 'all'],
  );
  await manager.query(
    `DELETE FROM answer_files f WHERE f.delegate_id = ANY($1::uuid[]) AND NOT EXISTS (
       SELECT FROM answers a WHERE a.subject_id = f.delegate_id AND a.value ->> 'fileId' = f.id::text)`,
    [delegateIds],
  );
}
