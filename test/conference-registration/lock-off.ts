import pg from 'pg';
import { until } from '../until.js';
import type { ConferenceStage } from './stage.js';

/** Any numbers that nothing else locks. */
const gates = { lock: 5_741_999, write: 5_741_998 };

/** How many are to be past the lock at the same time. */
const together = 4;

/** Where not so many get so far, nobody is held back for longer, in milliseconds. */
const patience = 20_000;

/**
 * Does something while the lock of places locks nothing, as a control: a test of the lock must fail then. Whoever asks for the
 * lock is held back until several are there, and whoever would write places then until some of them have counted, so that it does
 * not hang on chance whether they meet. The function is as it was afterwards.
 *
 * @param work asks for places from several connections at once
 * @param counted how many are to have counted before one of them writes: those who would write, and those who wait for one of
 *   them; more than there are places left
 */
export async function withoutLock<Result>(
  { query, system }: Pick<ConferenceStage, 'query' | 'system'>,
  work: () => Promise<Result>,
  counted = 2,
): Promise<Result> {
  const [original] = await query<{ sql: string }>(`SELECT pg_get_functiondef('lock_places'::regproc) AS sql`);
  await query(`
    CREATE OR REPLACE FUNCTION lock_places(conference uuid) RETURNS integer LANGUAGE sql AS $$
      SELECT pg_advisory_xact_lock_shared(${gates.lock});
      SELECT version FROM conferences WHERE id = conference
    $$`);
  await query(`
    CREATE FUNCTION wait_to_write() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${gates.write}); RETURN NULL; END
    $$;
    CREATE TRIGGER wait_to_write BEFORE INSERT OR UPDATE ON counts FOR EACH STATEMENT EXECUTE FUNCTION wait_to_write()`);
  const keeper = new pg.Client({ connectionString: system.databaseUrl('conference-registration') });
  await keeper.connect();
  /** Of this database: those of others are on the same server. */
  const waiting = async (which: string): Promise<number> => {
    const { rows } = await keeper.query(
      `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database() AND (${which})`,
    );
    return rows.length;
  };
  const atTheLock = `locktype = 'advisory' AND objid = ${gates.lock}`;
  try {
    await keeper.query('SELECT pg_advisory_lock($1), pg_advisory_lock($2)', [gates.lock, gates.write]);
    const result = work();
    await until(async () => (await waiting(atTheLock)) >= together);
    await keeper.query('SELECT pg_advisory_unlock($1)', [gates.lock]);
    const latest = performance.now() + patience;
    await until(
      async () => (await waiting(`(${atTheLock}) IS NOT TRUE`)) >= counted || performance.now() > latest,
    );
    await keeper.query('SELECT pg_advisory_unlock($1)', [gates.write]);
    return await result;
  } finally {
    await keeper.end();
    await query(`DROP TRIGGER wait_to_write ON counts; DROP FUNCTION wait_to_write()`);
    await query(original?.sql ?? '');
  }
}
