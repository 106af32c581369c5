import pg from 'pg';
import { until } from '../until.js';
import type { VisitsStage } from './stage.js';

/** Any number that nothing else locks in the database. */
const gate = 5_742_701;

/** How many are to have read before one of them writes. */
const together = 2;

/** What is written to each table once it has been counted. */
const writes = {
  travellers: 'INSERT',
  offers: 'INSERT',
  leg_travellers: 'INSERT',
  visit_history: 'INSERT',
} as const;

/**
 * Does something while the lock of visits locks nothing, as a control: a test of the lock must fail then. Whoever would write
 * waits until several have read what there is, so that it does not hang on chance whether they meet.
 *
 * @param table that `work` writes to
 * @param work does something to the visit from several connections at once
 */
export async function withoutVisitLock<Result>(
  { query, system }: Pick<VisitsStage, 'query' | 'system'>,
  table: keyof typeof writes,
  work: () => Promise<Result>,
): Promise<Result> {
  const [original] = await query<{ sql: string }>(`SELECT pg_get_functiondef('lock_visit'::regproc) AS sql`);
  await query(`
    CREATE OR REPLACE FUNCTION lock_visit(wanted uuid) RETURNS integer LANGUAGE sql AS
    'SELECT version FROM visits WHERE id = wanted'`);
  await query(`
    CREATE FUNCTION wait_to_write() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${gate}); RETURN NULL; END
    $$;
    CREATE TRIGGER wait_to_write BEFORE ${writes[table]} ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION wait_to_write()`);
  const keeper = new pg.Client({ connectionString: system.databaseUrl('study-visits') });
  await keeper.connect();
  try {
    await keeper.query('SELECT pg_advisory_lock($1)', [gate]);
    const result = work();
    await until(async () => {
      const { rows } = await keeper.query(
        `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE l.locktype = 'advisory' AND l.objid = $1 AND NOT l.granted AND a.datname = current_database()`,
        [gate],
      );
      return rows.length >= together;
    });
    await keeper.query('SELECT pg_advisory_unlock($1)', [gate]);
    return await result;
  } finally {
    await keeper.end();
    await query(`DROP TRIGGER wait_to_write ON ${table}; DROP FUNCTION wait_to_write()`);
    await query(original?.sql ?? '');
  }
}
