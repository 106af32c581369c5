import pg from 'pg';
import { openQueues } from '#messaging';
import { until } from './until.js';

interface Running {
  readonly adminUrl: string;
}

const tableOf = (app: string): string => `${app.replaceAll('-', '_')}.schedule_runs`;

async function ask<Result>(adminUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Has an app begin now what it does again and again, as if what was due last had not been done.
 *
 * @param app also the name of its schema, but for the hyphens
 */
export async function wakeFor({ adminUrl }: Running, app: string, name: string): Promise<void> {
  await ask(adminUrl, (client) => client.query(`DELETE FROM ${tableOf(app)} WHERE name = $1`, [name]));
  const queues = openQueues({ QUEUE_URL: adminUrl });
  const queue = queues.queue(`${app}-schedules`);
  try {
    await queue.add(name, {}, { removeOnComplete: true });
  } finally {
    await queue.close();
    await queues.close();
  }
}

/** The same; resolves when it is done. */
export async function runDue(system: Running, app: string, name: string): Promise<void> {
  await ask(system.adminUrl, async (client) => {
    const isDone = async () => {
      const { rows } = await client.query(
        `SELECT FROM ${tableOf(app)} WHERE name = $1 HAVING count(*) > 0 AND bool_and(ended_at IS NOT NULL)`,
        [name],
      );
      return rows.length > 0;
    };
    // A run at work might have looked too early.
    await until(isDone);
    await wakeFor(system, app, name);
    await until(isDone);
  });
}

/**
 * Waits until an app has done what was due when it was started. Until then that might be done to what a test has just put
 * there: travellers are asked for how it was, papers of the withdrawn forgotten.
 */
export async function firstRunsDone({ adminUrl }: Running, app: string): Promise<void> {
  const queues = openQueues({ QUEUE_URL: adminUrl });
  const queue = queues.queue(`${app}-schedules`);
  try {
    await ask(adminUrl, (client) =>
      until(async () => {
        // Nothing is begun before all are declared.
        const declared = (await queue.getJobSchedulers()).map(({ key }) => key);
        const { rows } = await client.query<{ name: string }>(
          `SELECT name FROM ${tableOf(app)} GROUP BY name HAVING bool_and(ended_at IS NOT NULL)`,
        );
        const done = new Set(rows.map(({ name }) => name));
        return declared.length > 0 && declared.every((name) => done.has(name));
      }),
    );
  } finally {
    await queue.close();
    await queues.close();
  }
}
