import pg from 'pg';
import { until } from '../until.js';
import type { StandsStage } from './stage.js';

/**
 * Begins something while somebody else holds the lock of an exhibition, and lets go once several wait for it: they meet for
 * certain, and whoever does not take the lock is seen not to wait.
 *
 * @param together how many are to wait
 * @param work does something to the exhibition from several connections at once
 */
export async function whileLocked<Result>(
  { system }: Pick<StandsStage, 'system'>,
  exhibitionId: string,
  together: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const keeper = new pg.Client({ connectionString: system.databaseUrl('exhibition-stands') });
  await keeper.connect();
  try {
    await keeper.query('BEGIN');
    await keeper.query('SELECT lock_exhibition($1)', [exhibitionId]);
    const result = work();
    await until(async () => {
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
