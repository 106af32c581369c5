import proxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { identityHeader, Problem, problemJson } from '#platform';
import { renderUnavailablePage } from '#ui';
import type { Chrome } from '#ui';
import { parts, type Part } from './parts.js';
import type { Upstreams } from './settings.js';

/** How long a part may take to begin its answer, in milliseconds. */
const answerLimit = 30_000;

/**
 * What reaches the part: all that the client sent, except what only the shell may say.
 * `x-identity` vouches for a person, so a client's own is dropped.
 */
function requestHeaders(request: FastifyRequest, headers: Record<string, unknown>) {
  const passed = { ...headers, 'x-request-id': request.id };
  delete (passed as Record<string, unknown>)[identityHeader];
  return passed;
}

function answerUnavailable(part: Part, chrome: Chrome, reply: FastifyReply, error: Error): void {
  const { request } = reply;
  request.log.warn({ err: error, part: part.app }, 'part unavailable');
  reply.code(503).headers({ 'cache-control': 'no-store', 'retry-after': '30', 'x-request-id': request.id });
  if (request.url.startsWith('/api/')) {
    const problem = new Problem({
      status: 503,
      code: 'part-unavailable',
      title: 'Not available',
      detail: `The ${part.words} is not available at the moment. Try again in a few minutes.`,
    });
    reply.type('application/problem+json').send(JSON.stringify(problemJson(problem, request.id)));
    return;
  }
  const around = { chrome, section: part.navigation.section, account: null };
  reply.type('text/html; charset=utf-8').send(renderUnavailablePage(around, part.words));
}

/**
 * Hands every request under a part's paths on to the part, streaming and untouched. A part that is down costs its own
 * pages only.
 */
export function passThrough(upstreams: Upstreams, chrome: () => Chrome) {
  return (fastify: FastifyInstance): void => {
    for (const part of parts) {
      for (const prefix of [part.prefix, part.api]) {
        void fastify.register(proxy, {
          upstream: upstreams.get(part.app) ?? '',
          prefix,
          rewritePrefix: prefix,
          config: { passThrough: true },
          undici: { connections: 64, pipelining: 1, headersTimeout: answerLimit, bodyTimeout: answerLimit },
          replyOptions: {
            rewriteRequestHeaders: (request, headers) => requestHeaders(request as FastifyRequest, headers),
            onError: (reply, { error }) => answerUnavailable(part, chrome(), reply as FastifyReply, error),
          },
        });
      }
    }
  };
}
