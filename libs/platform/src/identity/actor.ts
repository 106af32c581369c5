import type { FastifyRequest } from 'fastify';
import type { Identity } from './identity.js';

/** Who does something, for histories and the audit log. */
export interface Actor {
  readonly identity: Identity;
  /** The request that it was done with, to find it in the logs. */
  readonly requestId: string;
}

export function actorOf(request: FastifyRequest): Actor {
  return { identity: request.identity, requestId: request.id };
}
