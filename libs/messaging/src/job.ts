import type { JobsOptions } from 'bullmq';
import { envelope, registry, isMessageType, type Message, type MessageType } from '#contracts';
import type { ClaimedRow } from './claims.js';

/**
 * How jobs are put into a queue. How often one is tried is for its consumer to say, which ends by completing it in any
 * case; the queue itself must never give up. That a message was handled is known from the inbox: to keep jobs for it as
 * well makes PostgreSQL three times as slow.
 */
const jobOptions: JobsOptions = {
  attempts: 1_000_000,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  stackTraceLimit: 1,
};

export interface MessageAsJob {
  readonly name: string;
  readonly data: Message;
  readonly opts: JobsOptions;
}

/** @param again tells a job from another of the same message, as the queue takes only one of each id at a time */
export function asJob(message: Message, again?: string): MessageAsJob {
  const { opts } = jobOf(message.type, message.id, message, again);
  return { name: message.type, data: message, opts };
}

/** As {@link asJob}, for what came as a message and perhaps is none. */
export function jobOf(
  name: string,
  id: string,
  data: unknown,
  again?: string,
): { readonly name: string; readonly data: unknown; readonly opts: JobsOptions } {
  return { name, data, opts: { ...jobOptions, jobId: again === undefined ? id : `${id}.${again}` } };
}

/** The message that a row of the outbox stands for. */
export function messageOf(row: ClaimedRow): Message {
  return {
    id: row.id,
    type: row.type as MessageType,
    aggregate: { id: row.aggregateId, version: row.aggregateVersion },
    correlationId: row.correlationId,
    at: row.at.toISOString(),
    payload: row.payload as Message['payload'],
  };
}

/** What is wrong with a job that holds no message that we could handle. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

function inWords(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`))
    .join('; ');
}

/**
 * Reads the message that a job holds.
 *
 * @throws Unreadable when it is none, or not as agreed
 */
export function readMessage(name: string, data: unknown): Message {
  const outer = envelope.safeParse(data);
  if (!outer.success) throw new Unreadable(`This is no message: ${inWords(outer.error.issues)}`);
  const { type } = outer.data;
  if (type !== name) throw new Unreadable(`The queue calls it ${name}, it calls itself ${type}.`);
  if (!isMessageType(type)) throw new Unreadable(`There is no type ${type}.`);
  const payload = registry[type].payload.safeParse(outer.data.payload);
  if (!payload.success) throw new Unreadable(`${type} is not as agreed: ${inWords(payload.error.issues)}`);
  return { ...outer.data, type, payload: payload.data };
}
