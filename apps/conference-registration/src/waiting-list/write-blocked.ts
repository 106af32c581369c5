import type { EntityManager } from 'typeorm';
import type { CountKey } from '../places/domain/limits.js';
import { readCounts } from '../places/read-counts.js';

/**
 * Writes down what keeps each of those who wait waiting, and how many each limit keeps waiting: while there are any, nobody
 * else may have what becomes free of it.
 *
 * @param keys the limits that are spoken of, by name
 * @param blocked by entry, the names of the limits
 */
export async function writeBlocked(
  manager: EntityManager,
  conferenceId: string,
  keys: ReadonlyMap<string, CountKey>,
  blocked: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const named = [...new Set([...blocked.values()].flat())].flatMap((name) => keys.get(name) ?? []);
  if (named.length > 0) await makeCounts(manager, conferenceId, named);
  const counts = await readCounts(manager, conferenceId, named);
  const idOf = (name: string) => counts.get(name)?.id ?? [];
  const entries = [...blocked].map(([id, names]) => ({ id, by: names.flatMap(idOf) }));
  await manager.query(
    `WITH said AS (
       SELECT (e ->> 'id')::uuid AS id, ARRAY(SELECT jsonb_array_elements_text(e -> 'by'))::uuid[] AS by
       FROM jsonb_array_elements($2::jsonb) AS e
     )
     UPDATE waiting_entries w SET blocked_by = coalesce(said.by, '{}')
     FROM waiting_entries o LEFT JOIN said ON said.id = o.id AND o.status = 'waiting'
     WHERE w.id = o.id AND o.conference_id = $1 AND w.blocked_by <> coalesce(said.by, '{}')`,
    [conferenceId, JSON.stringify(entries)],
  );
  await manager.query(
    `UPDATE counts SET queued = now_so.queued
     FROM (SELECT c.id, count(w.id)::int AS queued FROM counts c
         LEFT JOIN waiting_entries w ON w.conference_id = $1 AND w.status = 'waiting' AND c.id = ANY(w.blocked_by)
       WHERE c.conference_id = $1 GROUP BY c.id) now_so
     WHERE counts.id = now_so.id AND counts.queued <> now_so.queued`,
    [conferenceId],
  );
}

/** A limit that has given out nothing has no count yet. */
async function makeCounts(
  manager: EntityManager,
  conferenceId: string,
  keys: readonly CountKey[],
): Promise<void> {
  await manager.query(
    `INSERT INTO counts (id, conference_id, kind, subject_id, organisation)
     SELECT gen_random_uuid(), $1, * FROM unnest($2::text[], $3::uuid[], $4::text[])
     ON CONFLICT ON CONSTRAINT counts_subject_key DO NOTHING`,
    [
      conferenceId,
      keys.map(({ kind }) => kind),
      keys.map(({ subjectId }) => subjectId),
      keys.map(({ organisation }) => organisation),
    ],
  );
}
