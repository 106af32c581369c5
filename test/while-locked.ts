import pg from 'pg';
import { until } from './until.js';

/** A lock, and where it is taken. */
export interface HeldLock {
  readonly databaseUrl: string;
  /** The statement that takes it, with one parameter. */
  readonly statement: string;
  readonly id: string;
}

/**
 * Begins something while somebody else holds a lock, and lets go once several wait for it: they meet for certain, and whoever does
 * not take the lock is seen not to wait.
 *
 * @param together how many are to wait
 * @param work does something from several connections at once
 */
export async function whileHeld<Result>(
  { databaseUrl, statement, id }: HeldLock,
  together: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const keeper = new pg.Client({ connectionString: databaseUrl });
  await keeper.connect();
  try {
    await keeper.query('BEGIN');
    await keeper.query(statement, [id]);
    const result = work();
    await until(async () => {
      // Within a transaction the list of connections stays as it was first read, without those that were opened since.
      await keeper.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await keeper.query(
        `SELECT DISTINCT l.pid FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE NOT l.granted AND a.datname = current_database()`,
      );
      return rows.length >= together;
    });
    await keeper.query('COMMIT');
    return await result;
  } finally {
    await keeper.end();
  }
}
