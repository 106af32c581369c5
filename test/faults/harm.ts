import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { Site } from './site.ts';

/** How soon it is tried again where something is down at the moment, in milliseconds. */
const again = 200;

async function flushRedis(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname);
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('Redis went away')));
      socket.once('data', (said: Buffer) => {
        if (said.toString().startsWith('+OK')) resolve();
        else reject(new Error(said.toString()));
      });
      socket.write('FLUSHALL\r\n');
    });
  } finally {
    socket.destroy();
  }
}

async function truncateQueues(url: string): Promise<void> {
  const tables = await ask<{ name: string }>(
    url,
    `SELECT format('queues.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'queues' AND tablename <> 'migration'`,
  );
  await ask(url, `TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
}

/** Empties all queues, as soon as whatever holds them is there. */
export async function emptyQueues({ database, redis }: Site, tell: (line: string) => void): Promise<void> {
  for (;;) {
    try {
      await (redis ? flushRedis(redis.url) : truncateQueues(database.adminUrl));
      tell('emptied the queues');
      return;
    } catch {
      await wait(again);
    }
  }
}

/**
 * From now on no inbox knows a message again, so that a message has its effect as often as it is delivered. The services run
 * as they are: in the tables each message is noted under another id.
 */
export async function blindInboxes({ database }: Site): Promise<void> {
  for (const schema of ['events_calendar', 'mailer', 'members']) {
    await ask(
      database.adminUrl,
      `CREATE FUNCTION ${schema}.forget() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         NEW.message_id := gen_random_uuid();
         RETURN NEW;
       END $$;
       CREATE TRIGGER forget BEFORE INSERT ON ${schema}.inbox FOR EACH ROW EXECUTE FUNCTION ${schema}.forget()`,
    );
  }
}
