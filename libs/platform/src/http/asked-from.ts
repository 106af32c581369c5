import type { FastifyRequest } from 'fastify';
import { networkOf, type Network } from '#checks';

/** Where a request comes from, as the shell says it. */
export function askedFrom({ headers }: Pick<FastifyRequest, 'headers'>): Network {
  const forwarded = headers['x-forwarded-for'];
  return networkOf(typeof forwarded === 'string' ? forwarded : undefined);
}
