import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '#platform';
import { uiAssets } from './ui-assets.js';

/**
 * Sends one of the shared files, as small as the browser takes it.
 *
 * @throws Problem 404 for a name that the build does not hold
 */
export function answerUiAsset(name: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const encodings = request.headers['accept-encoding'];
  const answer = uiAssets().answer(name, typeof encodings === 'string' ? encodings : undefined);
  if (!answer) throw notFound();
  return reply.headers(answer.headers).send(answer.body);
}
