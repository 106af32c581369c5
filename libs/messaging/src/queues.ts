import { randomUUID } from 'node:crypto';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  type AdvancedRepeatOptions,
  type BackendFactory,
  type IQueueBackend,
  type Processor,
  type WorkerOptions,
} from 'bullmq';
import { Cluster, type Redis } from 'ioredis';
import { Pool } from 'pg';
import { SettingProblem } from '#platform';
import { MessageWorker } from './message-worker.js';
import type { QueueSettings } from './queue-settings.js';
import { connectRedis } from './redis-address.js';

/** The schema that PostgreSQL keeps the queues in. */
const queueSchema = 'queues';

/** Holds what tells these queues from others; gone when they were emptied. */
const markKey = 'network-events:queues';

/**
 * A worker does not wait until the disk has what it took and completed, which the disk has a moment later all the same.
 * What a crash of the server makes it forget is that messages were taken or handled, the latest first: they come again,
 * and the inbox leaves out those that were handled, as their transactions do wait. Whoever puts messages into a queue
 * waits too: the outbox may count on them only then, wherever it is itself.
 */
const withoutWaiting = { options: '-c synchronous_commit=off' };

/** BullMQ's types know every connection as one of Redis, unless they are told otherwise. */
type AnyBackend = BackendFactory<IQueueBackend, unknown>;
export type MessageQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, unknown>;
export type MessageJob = Parameters<Processor<unknown>>[0];

/** The queues of all apps, wherever they are kept. Who makes a queue or a worker closes it, before all of this. */
export interface Queues {
  /** @param settings of schedulers, for a queue that has some */
  queue(this: void, name: string, settings?: AdvancedRepeatOptions): MessageQueue;
  worker(
    this: void,
    name: string,
    processor: Processor<unknown>,
    options: Omit<WorkerOptions, 'connection'>,
  ): MessageWorker;
  /** @throws Error when the queues cannot be reached */
  check(this: void): Promise<void>;
  /**
   * Which queues these are. It changes when what was put into them may be gone: they were emptied, the server was started
   * again or another took its place, or the settings name another server.
   */
  identity(this: void): Promise<string>;
  close(this: void): Promise<void>;
}

/**
 * The queues that the settings name. It connects in the background.
 *
 * @throws SettingProblem when they name none
 */
export function openQueues({ QUEUE_URL, REDIS_URL }: QueueSettings): Queues {
  if (REDIS_URL !== undefined) return redisQueues(REDIS_URL);
  if (QUEUE_URL !== undefined) return postgresQueues(QUEUE_URL);
  throw new SettingProblem('QUEUE_URL is not set');
}

function postgresQueues(url: string): Queues {
  const connection = (most: number) => ({
    connectionString: url,
    schema: queueSchema,
    max: most,
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    application_name: 'queues',
  });
  const pool = new Pool({ ...connection(1), query_timeout: 5000 });
  // The next query tries again.
  pool.on('error', () => undefined);
  const backend = createPostgresBackend as AnyBackend;
  return {
    queue: (name, settings = {}) => new Queue(name, { connection: connection(2), settings }, backend),
    // Over one connection, so that what is taken from the queue comes to us in that order.
    worker: (name, processor, options) =>
      new MessageWorker(
        name,
        processor,
        { ...options, connection: { ...connection(1), ...withoutWaiting } },
        backend,
      ),
    check: async () => void (await pool.query('SELECT FROM migration LIMIT 1')),
    identity: async () => {
      // Where BullMQ notes what it must know of its queues; emptied with the rest.
      await pool.query(
        `INSERT INTO meta (queue, field, value) VALUES ($1, 'identity', $2) ON CONFLICT (queue, field) DO NOTHING`,
        [markKey, randomUUID()],
      );
      const { rows } = await pool.query<{ identity: string }>(
        `SELECT format('postgres %s %s %s', current_database(), to_regnamespace($1)::oid, value) AS identity
         FROM meta WHERE queue = $2 AND field = 'identity'`,
        [queueSchema, markKey],
      );
      const [found] = rows;
      if (!found) throw new Error('the queues are being emptied');
      return found.identity;
    },
    close: () => pool.end(),
  };
}

/** Changes whenever the server is started, after which what it had not yet written down is gone. */
async function runIdOf(node: Redis): Promise<string> {
  return /run_id:(\w+)/.exec(await node.info('server'))?.[1] ?? '';
}

function redisQueues(url: string): Queues {
  const backend = createRedisBackend as AnyBackend;
  const client = connectRedis(url, 1);
  // BullMQ demands of a worker's connection that it never gives up.
  const patient = connectRedis(url, null);
  // They connect again by themselves; what cannot be done meanwhile fails, and that is told.
  for (const one of [client, patient]) one.on('error', () => undefined);
  // In a cluster all keys of one queue must lie on one node, which what stands in braces decides.
  const prefixOf = (name: string) => `{${name}}`;
  return {
    queue: (name, settings = {}) =>
      new Queue(name, { connection: client, prefix: prefixOf(name), settings }, backend),
    worker: (name, processor, options) =>
      new MessageWorker(
        name,
        processor,
        { ...options, connection: patient, prefix: prefixOf(name) },
        backend,
      ),
    check: async () => void (await client.ping()),
    identity: async () => {
      await client.set(markKey, randomUUID(), 'NX');
      const nodes = client instanceof Cluster ? client.nodes('master') : [client];
      const runs = await Promise.all(nodes.map(runIdOf));
      return `redis ${await client.get(markKey)} ${runs.toSorted().join(' ')}`;
    },
    close: async () => {
      client.disconnect();
      patient.disconnect();
    },
  };
}
