import { setTimeout as wait } from 'node:timers/promises';
import { openQueues } from '#messaging';
import { ask } from './ask.ts';
import type { Site } from './site.ts';

/** How often it is looked, in milliseconds. */
const lookEvery = 500;

/** So often in a row nothing may be left: what one part finishes may be the beginning of another's work. */
const looks = 4;

/** The apps that have an outbox, an inbox and a queue, by their schemas. */
const schemas: Readonly<Record<string, string>> = {
  'events-calendar': 'events_calendar',
  mailer: 'mailer',
  members: 'members',
};

/** Every state in which the queue still has a job. */
const states = ['wait', 'active', 'delayed', 'prioritized', 'waiting-children', 'failed'] as const;

/** What the tables still hold of work that is not done; nothing may be left in the end. */
const waiting: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(schemas).flatMap(([app, schema]) => [
      [`message in the outbox of ${app}`, `SELECT FROM ${schema}.outbox WHERE delivered_at IS NULL`],
      [`lease on the outbox of ${app}`, `SELECT FROM ${schema}.outbox WHERE claim IS NOT NULL`],
      [`dead letter of ${app}`, `SELECT FROM ${schema}.dead_letters`],
    ]),
  ),
  'mail waiting': 'SELECT FROM mailer.mails WHERE next_attempt_at IS NOT NULL',
  'lease on a mail': 'SELECT FROM mailer.mails WHERE claim IS NOT NULL',
  'notice that nobody was told': 'SELECT FROM events_calendar.notices WHERE told_at IS NULL',
};

/** What is left to do at the moment, by its name; without what there is none of. */
async function whatIsLeft({ database, redis }: Site): Promise<Map<string, number>> {
  const parts = Object.entries(waiting).map(
    ([what, query]) => `SELECT '${what}' AS what, (SELECT count(*)::int FROM (${query}) AS found) AS count`,
  );
  const rows = await ask<{ what: string; count: number }>(database.adminUrl, parts.join(' UNION ALL '));
  const left = new Map(rows.filter(({ count }) => count > 0).map(({ what, count }) => [what, count]));
  const queues = openQueues(redis ? { REDIS_URL: redis.url } : { QUEUE_URL: database.queueUrl });
  try {
    for (const app of Object.keys(schemas)) {
      const queue = queues.queue(app);
      queue.on('error', () => {});
      const count = await queue.getJobCountByTypes(...states);
      await queue.close();
      if (count > 0) left.set(`job in the queue of ${app}`, count);
    }
  } finally {
    await queues.close();
  }
  return left;
}

/**
 * Waits until nothing is left to do, and stays so.
 *
 * @param limit in milliseconds
 * @returns what is left all the same
 */
export async function untilQuiet(
  site: Site,
  limit: number,
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  const end = performance.now() + limit;
  let told = '';
  for (let quiet = 0; ;) {
    const left = await whatIsLeft(site);
    quiet = left.size === 0 ? quiet + 1 : 0;
    if (quiet === looks || performance.now() > end) return left;
    const words = [...left].map(([what, count]) => `${count} × ${what}`).join(', ');
    if (words !== told && words !== '') tell(`left: ${words}`);
    told = words;
    await wait(lookEvery);
  }
}
