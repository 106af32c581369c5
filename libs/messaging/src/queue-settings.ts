import { z } from 'zod';
import { postgresUrl } from '#platform';
import { isRedisAddress } from './redis-address.js';

/** Where the queues are; for the settings of every service that sends or receives messages. */
export const queueSettings = {
  /** PostgreSQL, for the role and the schema `queues`. */
  QUEUE_URL: postgresUrl.optional(),
  /** With it the queues are in Redis and `QUEUE_URL` is not used. */
  REDIS_URL: z
    .string()
    .refine(isRedisAddress, {
      error:
        'must be an address such as redis://host:6379/0, redis+sentinel://host:26379,host:26379/name or redis+cluster://host:7000,host:7001',
    })
    .optional(),
} as const;

export type QueueSettings = z.output<z.ZodObject<typeof queueSettings>>;
