import pg from 'pg';
import { until } from '../messaging/stage.js';
import type { ConferenceStage } from './stage.js';

/** Any number that nothing else locks. */
const gate = 5_741_999;

/** How many are to be past the lock at the same time. */
const together = 4;

/**
 * Does something while the lock of places locks nothing, as a control: a test of the lock must fail then. Whoever asks for the
 * lock is held back until several are there, so that it does not hang on chance whether they meet. The function is as it was
 * afterwards.
 *
 * @param work asks for places from several connections at once
 */
export async function withoutLock<Result>(
  { query, system }: Pick<ConferenceStage, 'query' | 'system'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const [original] = await query<{ sql: string }>(`SELECT pg_get_functiondef('lock_places'::regproc) AS sql`);
  await query(`
    CREATE OR REPLACE FUNCTION lock_places(conference uuid) RETURNS integer LANGUAGE sql AS $$
      SELECT pg_advisory_xact_lock_shared(${gate});
      SELECT version FROM conferences WHERE id = conference
    $$`);
  const keeper = new pg.Client({ connectionString: system.databaseUrl('conference-registration') });
  await keeper.connect();
  try {
    await keeper.query('SELECT pg_advisory_lock($1)', [gate]);
    const result = work();
    await until(async () => {
      const { rows } = await keeper.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`,
        [gate],
      );
      return rows.length >= together;
    });
    await keeper.query('SELECT pg_advisory_unlock($1)', [gate]);
    return await result;
  } finally {
    await keeper.end();
    await query(original?.sql ?? '');
  }
}
