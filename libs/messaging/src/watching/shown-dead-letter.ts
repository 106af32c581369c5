import { z } from 'zod';
import type { Masked } from './mask.js';

const instant = z.iso.datetime();

/** How many dead letters a page of the list holds. */
export const deadLettersAtOnce = 50;

/** A dead letter in a list. */
export const listedDeadLetterSchema = z.object({
  id: z.uuid(),
  /** As the queue named it, whether there is such a type or not. */
  type: z.string(),
  correlationId: z.string().nullable(),
  /** What the last attempt ended with: its first line, nothing personal in it. */
  error: z.string(),
  attempts: z.int(),
  diedAt: instant,
  /** When it was put back into the queue, if it has not died again since. */
  requeuedAt: instant.nullable(),
});

export type ListedDeadLetter = z.output<typeof listedDeadLetterSchema>;

/** A page of an app's dead letters, the latest first. */
export const deadLetterListSchema = z.object({
  items: z.array(listedDeadLetterSchema),
  /** Of the type that was asked for. */
  total: z.int(),
  /** Of every type: how many there are, and how many of those rest rather than being on their way again. */
  types: z.array(z.object({ type: z.string(), total: z.int(), resting: z.int() })),
});

export type DeadLetterList = z.output<typeof deadLetterListSchema>;

const masked: z.ZodType<Masked> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(masked), z.record(z.string(), masked)]),
);

/** One dead letter, as much of it as staff may see. */
export const shownDeadLetterSchema = listedDeadLetterSchema.extend({
  /** Where in the program it went wrong; empty when that is not known. */
  stack: z.string(),
  /** The message, masked. */
  message: masked,
});

export type ShownDeadLetter = z.output<typeof shownDeadLetterSchema>;

/** What an app answers when it is asked for one; `null`: it has been handled after all, or deleted. */
export const foundDeadLetterSchema = z.object({ letter: shownDeadLetterSchema.nullable() });

export type FoundDeadLetter = z.output<typeof foundDeadLetterSchema>;

/** What became of a wish to put one back into the queue. */
export const requeuedSchema = z.object({
  /**
   * `under-way`: it has been put back already and is still being tried; `gone`: it has been handled after all, or deleted.
   */
  outcome: z.enum(['requeued', 'under-way', 'gone']),
});

export type Requeued = z.output<typeof requeuedSchema>;

/** What became of a wish to put all back. */
export const requeuedAllSchema = z.object({
  requeued: z.int(),
  /** So many still rest: more than are put back at once. */
  left: z.int(),
});

export type RequeuedAll = z.output<typeof requeuedAllSchema>;

/** Which of them. */
export const requeueAllSchema = z.object({ type: z.string().max(200).optional() });
