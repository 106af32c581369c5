import { z } from 'zod';

const instant = z.iso.datetime();

/** How many messages an app tells of at most; what is more is only counted. */
export const mostTraced = 100;

const traced = { id: z.uuid(), type: z.string() };

/** What an app knows of the messages that one request led to, in the order in which they were sent. */
export const messageTraceSchema = z.object({
  /** Sent by the app; known for 7 days after delivery. */
  sent: z.array(
    z.object({ ...traced, at: instant, deliveredAt: instant.nullable(), to: z.array(z.string()) }),
  ),
  sentInAll: z.int(),
  /** Handled by the app; known for 30 days. */
  handled: z.array(
    z.object({
      ...traced,
      sentAt: instant.nullable(),
      handledAt: instant,
      /** In milliseconds. */
      tookMs: z.int().nullable(),
    }),
  ),
  handledInAll: z.int(),
  /** Not handled by the app, for all its attempts. */
  deadLetters: z.array(
    z.object({ ...traced, diedAt: instant, attempts: z.int(), requeuedAt: instant.nullable() }),
  ),
  deadLettersInAll: z.int(),
});

export type MessageTrace = z.output<typeof messageTraceSchema>;

/** What the id of a request can look like. */
export function isRequestId(text: string): boolean {
  return /^[\w.:-]{1,128}$/.test(text);
}
