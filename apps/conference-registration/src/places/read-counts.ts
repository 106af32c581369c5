import type { EntityManager } from 'typeorm';
import { keyOf, type Count, type CountKey, type Counts } from './domain/limits.js';

const wanted = `(kind, subject_id, organisation) IN (SELECT * FROM unnest($2::text[], $3::uuid[], $4::text[]))`;

/**
 * How limits stand. Only under the conference's lock does it stay so.
 *
 * @returns those that have given out something ever, by {@link keyOf}
 */
export async function readCounts(
  manager: EntityManager,
  conferenceId: string,
  keys: readonly CountKey[],
): Promise<Counts> {
  if (keys.length === 0) return new Map();
  const rows: (Count & CountKey)[] = await manager.query(
    `SELECT id, taken, queued, kind, subject_id AS "subjectId", organisation FROM counts
     WHERE conference_id = $1 AND ${wanted}`,
    [
      conferenceId,
      keys.map(({ kind }) => kind),
      keys.map(({ subjectId }) => subjectId),
      keys.map(({ organisation }) => organisation),
    ],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}
