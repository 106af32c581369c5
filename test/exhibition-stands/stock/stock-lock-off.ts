import pg from 'pg';
import { until } from '../../until.js';
import type { StandsStage } from '../stage.js';

/** Any numbers that nothing else locks. */
const gates = { lock: 5_741_989, write: 5_741_988 };

/** How many are to be past the lock at the same time. */
const together = 4;

/** How many are to have read what there is before one of them writes. */
const read = 2;

/**
 * Does something while the lock of the stock locks nothing, as a control: a test of the lock must fail then. Whoever asks for
 * the lock is held back until several are there, and whoever would write what there is, until two of them have read it; so
 * it does not hang on chance whether they meet. The function is as it was afterwards.
 *
 * @param work takes from the stock from several connections at once
 */
export async function withoutStockLock<Result>(
  { query, system }: Pick<StandsStage, 'query' | 'system'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const [original] = await query<{ sql: string }>(`SELECT pg_get_functiondef('lock_stock'::regproc) AS sql`);
  await query(`
    CREATE OR REPLACE FUNCTION lock_stock(items uuid[], places uuid[])
    RETURNS TABLE (item uuid, place uuid, quantity integer) LANGUAGE sql AS $$
      SELECT pg_advisory_xact_lock_shared(${gates.lock});
      SELECT l.item_id, l.place_id, l.quantity FROM stock_levels l
        WHERE (l.item_id, l.place_id) IN (SELECT i, p FROM unnest(items, places) AS wanted (i, p))
    $$`);
  await query(`
    CREATE FUNCTION wait_to_write() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_advisory_xact_lock_shared(${gates.write}); RETURN NULL; END
    $$;
    CREATE TRIGGER wait_to_write BEFORE UPDATE ON stock_levels FOR EACH STATEMENT EXECUTE FUNCTION wait_to_write()`);
  const keeper = new pg.Client({ connectionString: system.databaseUrl('exhibition-stands') });
  await keeper.connect();
  const waitingAt = async (gate: number): Promise<number> => {
    const { rows } = await keeper.query(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = $1 AND NOT granted`,
      [gate],
    );
    return rows.length;
  };
  try {
    await keeper.query('SELECT pg_advisory_lock($1), pg_advisory_lock($2)', [gates.lock, gates.write]);
    const result = work();
    await until(async () => (await waitingAt(gates.lock)) >= together);
    await keeper.query('SELECT pg_advisory_unlock($1)', [gates.lock]);
    await until(async () => (await waitingAt(gates.write)) >= read);
    await keeper.query('SELECT pg_advisory_unlock($1)', [gates.write]);
    return await result;
  } finally {
    await keeper.end();
    await query('DROP TRIGGER wait_to_write ON stock_levels; DROP FUNCTION wait_to_write()');
    await query(original?.sql ?? '');
  }
}
