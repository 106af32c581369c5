import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { Problem, problemJson } from '#platform';
import { renderUnavailablePage, type Chrome } from '#ui';
import { Forwarder } from './forward.js';
import { parts, type Part } from './parts.js';
import type { Upstreams } from './settings.js';

const methods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What people and programs get instead of a part that does not answer. */
function unavailable(part: Part, chrome: Chrome, request: FastifyRequest): { type: string; body: string } {
  if (!request.url.startsWith('/api/')) {
    const around = { chrome, section: part.navigation.section, account: null };
    return { type: 'text/html; charset=utf-8', body: renderUnavailablePage(around, part.words) };
  }
  const problem = new Problem({
    status: 503,
    code: 'part-unavailable',
    title: 'Not available',
    detail: `The ${part.words} is not available at the moment. Try again in a few minutes.`,
  });
  return { type: 'application/problem+json', body: JSON.stringify(problemJson(problem, request.id)) };
}

function handOn(
  part: Part,
  forwarder: Forwarder,
  chrome: () => Chrome,
  headers: Readonly<Record<string, string>>,
) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const { raw } = reply.hijack();
    forwarder.forward(request.raw, raw, request.id, (error) => {
      request.log.warn({ err: error, part: part.app }, 'part unavailable');
      const { type, body } = unavailable(part, chrome(), request);
      raw.writeHead(503, {
        ...headers,
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-store',
        'retry-after': '30',
        'x-request-id': request.id,
      });
      raw.end(request.method === 'HEAD' ? undefined : body);
    });
  };
}

/**
 * Hands every request under a part's paths on to the part, streaming and untouched. A part that is down costs its own
 * pages only.
 *
 * @param headers on the answers that the shell itself has to give
 */
export function passThrough(
  upstreams: Upstreams,
  chrome: () => Chrome,
  headers: Readonly<Record<string, string>>,
) {
  return (fastify: FastifyInstance): void => {
    // Bodies are not read here; they go on as they come.
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const part of parts) {
      const forwarder = new Forwarder(upstreams.get(part.app) ?? '');
      fastify.addHook('onClose', () => forwarder.close());
      const handler = handOn(part, forwarder, chrome, headers);
      for (const url of [part.prefix, `${part.prefix}/*`, part.api, `${part.api}/*`]) {
        fastify.route({ method: methods, url, handler, config: { passThrough: true } });
      }
    }
  };
}
