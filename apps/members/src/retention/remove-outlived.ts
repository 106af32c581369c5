import type { EntityManager } from 'typeorm';
import type { KindKept } from './domain/kept.js';

/** Removes what was kept before a moment; `people` are erased one by one instead. */
type Removal = Readonly<Record<Exclude<KindKept, 'people'>, string>>;

const removals: Removal = {
  history: 'DELETE FROM person_revisions WHERE at < $1',
  signInRequests: 'DELETE FROM sign_in_requests WHERE asked_at < $1',
  limits: 'DELETE FROM limits WHERE ends_at < $1',
  sessions: 'DELETE FROM sessions WHERE coalesce(ended_at, expires_at) < $1',
  apiTokens: 'DELETE FROM api_tokens WHERE coalesce(revoked_at, expires_at) < $1',
  audit: 'DELETE FROM audit_entries WHERE at < $1',
  imports: 'DELETE FROM imports WHERE created_at < $1',
  receipts: 'DELETE FROM erasures WHERE asked_at < $1',
};

/**
 * @param before whatever of the kind is older goes
 * @returns how many rows went
 */
export async function removeOutlived(
  manager: EntityManager,
  kind: keyof Removal,
  before: Date,
): Promise<number> {
  const [, count]: [unknown[], number] = await manager.query(removals[kind], [before]);
  return count;
}

/**
 * People whom nothing holds any more: no current or coming seat, no current member organisation, no role, no sign-in on
 * record, and nothing changed since `before`.
 *
 * @param today where the network is
 * @param most how many to find at once
 */
export async function findDormant(
  manager: EntityManager,
  before: Date,
  today: string,
  most: number,
): Promise<string[]> {
  const rows: { id: string }[] = await manager.query(
    `SELECT p.id FROM people p
     WHERE p.changed_at < $1 AND p.erased_at IS NULL AND p.merged_into IS NULL
       AND NOT EXISTS (SELECT FROM grants g WHERE g.person_id = p.id)
       AND NOT EXISTS (SELECT FROM seats s WHERE s.person_id = p.id AND (s.ends_on IS NULL OR s.ends_on >= $2))
       AND NOT EXISTS (
         SELECT FROM affiliations a JOIN organisations o ON o.id = a.organisation_id
         WHERE a.person_id = p.id AND o.status IN ('approved', 'member', 'leaving', 'retained'))
       AND NOT EXISTS (SELECT FROM sessions s WHERE s.person_id = p.id)
       AND NOT EXISTS (SELECT FROM audit_entries e WHERE e.actor_id = p.id AND e.act = 'signed-in')
     ORDER BY p.id LIMIT $3`,
    [before, today, most],
  );
  return rows.map(({ id }) => id);
}
