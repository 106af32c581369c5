import { createConnection } from 'node:net';
import pg from 'pg';
import type { QueueSettings } from '#messaging';
import type { TestDatabase } from '#launcher';

/** Where the queues of a test are. */
export interface Backend {
  readonly name: string;
  settings(this: void, database: TestDatabase): QueueSettings;
}

/**
 * Both backends, so that every test of messages runs on each; without `TEST_REDIS_URL` PostgreSQL alone, of which `npm test`
 * has said so.
 *
 * @param redisDatabase a number of the test file's own, as files run side by side
 */
export function backends(redisDatabase: number): Backend[] {
  const postgres: Backend = { name: 'PostgreSQL', settings: ({ queueUrl }) => ({ QUEUE_URL: queueUrl }) };
  const url = process.env['TEST_REDIS_URL'];
  if (!url) return [postgres];
  return [postgres, { name: 'Redis', settings: () => ({ REDIS_URL: `${url}/${redisDatabase}` }) }];
}

/** Empties the queues' tables in PostgreSQL; workers that use them meanwhile lock them in another order, so it is tried again. */
export async function emptyQueues({ queueUrl }: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: queueUrl });
  await client.connect();
  try {
    await client.query(`
      DO $$
      BEGIN
        LOOP
          BEGIN
            EXECUTE (
              SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ')
              FROM pg_tables WHERE schemaname = 'queues' AND tablename <> 'migration'
            );
            EXIT;
          EXCEPTION WHEN deadlock_detected THEN
          END;
        END LOOP;
      END $$`);
  } finally {
    await client.end();
  }
}

/** Runs commands that answer `+OK` or a number, in one database of Redis. */
async function commandRedis(redisDatabase: number, command: readonly string[]): Promise<void> {
  const { hostname, port } = new URL(process.env['TEST_REDIS_URL'] ?? '');
  const socket = createConnection(Number(port), hostname);
  const encoded = (words: readonly string[]) =>
    `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk.toString();
      if (/^\+OK\r\n(\+OK|:\d+)\r\n$/.test(said)) resolve();
      else if (/^-/m.test(said)) reject(new Error(said));
    });
    socket.write(encoded(['SELECT', String(redisDatabase)]) + encoded(command));
  });
  socket.destroy();
}

/** Empties one database of Redis. */
export function emptyRedis(redisDatabase: number): Promise<void> {
  return commandRedis(redisDatabase, ['FLUSHDB']);
}

/** Puts something else where Redis keeps the data of a job. */
export function corruptInRedis(redisDatabase: number, key: string, data: string): Promise<void> {
  return commandRedis(redisDatabase, ['HSET', key, 'data', data]);
}
