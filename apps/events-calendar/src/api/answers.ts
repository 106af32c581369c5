import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { idempotently, notKept, versionTag } from '#platform';
import { apiEventPath } from './addresses.js';
import type { EventOutput } from './schemas/event.schema.js';

/** Answers with an event, its version as ETag. */
export function sendEvent(reply: FastifyReply, event: EventOutput) {
  return reply.headers({ ...notKept, etag: versionTag(event.version) }).send(event);
}

/**
 * Runs a POST whose answer is an event, once per `Idempotency-Key`. A new event (201) is answered with its address.
 *
 * @throws Problem as `idempotently` does, or as the work does
 */
export async function postEvent(
  dataSource: DataSource,
  request: FastifyRequest,
  reply: FastifyReply,
  status: 200 | 201,
  work: () => Promise<EventOutput>,
) {
  const answer = await idempotently(dataSource, request, async () => ({ status, body: await work() }));
  const event = answer.body as EventOutput;
  if (answer.status === 201) reply.header('location', apiEventPath(event.ref));
  return sendEvent(reply.code(answer.status), event);
}
