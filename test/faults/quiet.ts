import { setTimeout as wait } from 'node:timers/promises';
import { openQueues } from '#messaging';
import { ask } from './ask.ts';
import type { Site } from './site.ts';

/** How often it is looked, in milliseconds. */
const lookEvery = 500;

/** What is left is told so often at most, in milliseconds. */
const tellEvery = 5000;

/** So often in a row nothing may be left: what one part finishes may be the beginning of another's work. */
const looks = 4;

/** The apps that have an outbox, an inbox and a queue, by their schemas. */
const schemas: Readonly<Record<string, string>> = {
  'events-calendar': 'events_calendar',
  'conference-registration': 'conference_registration',
  'exhibition-stands': 'exhibition_stands',
  'study-visits': 'study_visits',
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
  'mail given up': "SELECT FROM mailer.mails WHERE next_attempt_at IS NULL AND status <> 'sent'",
  'lease on a mail': 'SELECT FROM mailer.mails WHERE claim IS NOT NULL',
  'notice that nobody was told': 'SELECT FROM events_calendar.notices WHERE told_at IS NULL',
};

/** What is left to do in the tables at the moment, by its name; without what there is none of. */
async function leftInTables({ database }: Site): Promise<Map<string, number>> {
  const parts = Object.entries(waiting).map(
    ([what, query]) => `SELECT '${what}' AS what, (SELECT count(*)::int FROM (${query}) AS found) AS count`,
  );
  const rows = await ask<{ what: string; count: number }>(database.adminUrl, parts.join(' UNION ALL '));
  return new Map(rows.filter(({ count }) => count > 0).map(({ what, count }) => [what, count]));
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
  const { database, redis } = site;
  const opened = openQueues(redis ? { REDIS_URL: redis.url } : { QUEUE_URL: database.queueUrl });
  const queues = Object.keys(schemas).map((app) => {
    const queue = opened.queue(app);
    queue.on('error', () => {});
    return { app, queue };
  });
  const look = async () => {
    const left = await leftInTables(site);
    for (const { app, queue } of queues) {
      const count = await queue.getJobCountByTypes(...states);
      if (count > 0) left.set(`job in the queue of ${app}`, count);
    }
    return left;
  };
  try {
    return await stays(look, performance.now() + limit, tell);
  } finally {
    await Promise.all(queues.map(({ queue }) => queue.close().catch(() => undefined)));
    await opened.close();
  }
}

/** Looks until nothing was left several times in a row, or the time is over. */
async function stays(
  look: () => Promise<Map<string, number>>,
  end: number,
  tell: (line: string) => void,
): Promise<ReadonlyMap<string, number>> {
  let toldAt = Number.NEGATIVE_INFINITY;
  for (let quiet = 0; ;) {
    // On a busy machine a look may fail; what cannot be seen is not quiet.
    const left = await look().catch((error: unknown) => new Map([[`look that failed: ${String(error)}`, 1]]));
    quiet = left.size === 0 ? quiet + 1 : 0;
    if (quiet === looks || performance.now() > end) return left;
    if (left.size > 0 && performance.now() > toldAt + tellEvery) {
      tell(`left: ${[...left].map(([what, count]) => `${count} × ${what}`).join(', ')}`);
      toldAt = performance.now();
    }
    await wait(lookEvery);
  }
}
