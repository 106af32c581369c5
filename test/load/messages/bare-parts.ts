import { createPostgresBackend, createRedisBackend, type BackendFactory, type IQueueBackend } from 'bullmq';
import type { QueueSettings } from '#messaging';

/** BullMQ as it comes, on the same server. Its types know connections of Redis alone, unless they are told otherwise. */
export function bareParts({ QUEUE_URL, REDIS_URL }: QueueSettings) {
  const connection: unknown = REDIS_URL
    ? { url: REDIS_URL }
    : { connectionString: QUEUE_URL, schema: 'queues' };
  const factory = (REDIS_URL ? createRedisBackend : createPostgresBackend) as BackendFactory<
    IQueueBackend,
    unknown
  >;
  return { connection, factory };
}
