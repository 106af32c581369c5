import { takingStatuses } from './domain/limits.js';

/** Something that does not add up. */
export interface Miscount {
  readonly countId: string;
  readonly kind: string | null;
  /** What the count says, and how many places there are that name it. `null`: there is no such count. */
  readonly taken: number | null;
  readonly places: number;
}

/**
 * Whether what each limit says it has given out is what there is of places: for tests and for looking after a database.
 *
 * @param query asks the app's own tables
 * @returns what disagrees; empty when all is well
 */
export async function placesAddUp(
  query: (sql: string, values: unknown[]) => Promise<Miscount[]>,
  conferenceId: string,
): Promise<readonly Miscount[]> {
  return query(
    `WITH taken AS (
       SELECT count_id, count(*)::integer AS places FROM places, unnest(count_ids) AS count_id
       WHERE conference_id = $1 AND status = ANY($2::text[]) GROUP BY count_id
     )
     SELECT coalesce(c.id, t.count_id) AS "countId", c.kind, c.taken, coalesce(t.places, 0) AS places
     FROM (SELECT * FROM counts WHERE conference_id = $1) c FULL JOIN taken t ON t.count_id = c.id
     WHERE c.taken IS DISTINCT FROM coalesce(t.places, 0)`,
    [conferenceId, takingStatuses],
  );
}
