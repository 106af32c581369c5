import pg from 'pg';
import { openQueues } from '#messaging';
import { until } from './messaging/stage.js';

/**
 * Has an app do now what it does again and again, as if what was due last had not been done. Resolves when it is done.
 *
 * @param app also the name of its schema, but for the hyphens
 */
export async function runDue(
  { adminUrl }: { readonly adminUrl: string },
  app: string,
  name: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const queues = openQueues({ QUEUE_URL: adminUrl });
  const queue = queues.queue(`${app}-schedules`);
  const table = `${app.replaceAll('-', '_')}.schedule_runs`;
  const isDone = async () => {
    const { rows } = await client.query(
      `SELECT FROM ${table} WHERE name = $1 HAVING count(*) > 0 AND bool_and(ended_at IS NOT NULL AND error IS NULL)`,
      [name],
    );
    return rows.length > 0;
  };
  try {
    // A run at work might have looked too early.
    await until(isDone);
    await client.query(`DELETE FROM ${table} WHERE name = $1`, [name]);
    await queue.add(name, {}, { removeOnComplete: true });
    await until(isDone);
  } finally {
    await queue.close();
    await queues.close();
    await client.end();
  }
}
