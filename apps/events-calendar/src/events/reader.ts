import type { FastifyRequest } from 'fastify';
import type { Reader } from './domain/visibility.js';

/** The person who asks, as the rules of visibility see them. */
export function readerOf(request: FastifyRequest): Reader {
  return { roles: request.identity.roles, boards: request.identity.boards };
}
