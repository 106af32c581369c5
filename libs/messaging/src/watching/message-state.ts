import { z } from 'zod';

const count = z.int().min(0);

/** How things stand with an app's messages, as it tells the page that staff look at. */
export const messageStateSchema = z.object({
  /** What it has sent and is still to be handed over. */
  outbox: z.object({
    waiting: count,
    /** When the one that has waited longest was sent. */
    oldestAt: z.iso.datetime().nullable(),
  }),
  /** What is on its way to it; `null`: its queue cannot be reached. */
  queue: z
    .object({
      waiting: count,
      active: count,
      /** To be tried again, as it could not be handled yet. */
      delayed: count,
      /** Given up by the queue itself, and not yet among the dead letters. */
      failed: count,
    })
    .nullable(),
  /** From sending until handling began, in milliseconds, of what came in the last five minutes; `null`: nothing came. */
  lag: z.object({ median: z.number(), p95: z.number() }).nullable(),
  /** What was handled in the last hour, by the minute; minutes in which nothing was are left out. */
  handled: z.array(z.object({ minute: z.iso.datetime(), count })),
  deadLetters: z.object({
    /** Nobody has done anything about these yet. */
    resting: count,
    /** These were put back into the queue and are not handled yet. */
    requeued: count,
  }),
});

export type MessageState = z.output<typeof messageStateSchema>;
