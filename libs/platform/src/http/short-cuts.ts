import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FastifyServerFactory } from 'fastify';
import type { Log } from '../logging/log.js';
import type { KnownReader } from './known-reader.js';
import type { PublicResponses } from './public-responses.js';
import { givenRequestId, newRequestId } from './request-id.js';

/**
 * Hands a request on to another service.
 *
 * @returns the route that it took, for the log; `null` when the request is not for another service
 */
export type PassThrough = (
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
) => string | null;

interface ShortCuts {
  readonly publicResponses: PublicResponses;
  readonly reader: KnownReader;
  readonly passThrough?: PassThrough;
  readonly log: Log;
}

function takes({ passThrough, log }: ShortCuts, request: IncomingMessage, response: ServerResponse): boolean {
  if (!passThrough) return false;
  const reqId = newRequestId();
  const route = passThrough(request, response, reqId);
  if (route === null) return false;
  const { method } = request;
  const since = performance.now();
  response.once('close', () => {
    const ms = Math.round(performance.now() - since);
    log.info({ reqId, method, route, status: response.statusCode, ms }, 'answered');
  });
  return true;
}

/**
 * A server that gives kept answers and hands on what is for others before the framework is asked, which would cost
 * several times what is left to do. Everything else goes the framework's way.
 */
export function shortCuts(options: ShortCuts): FastifyServerFactory {
  const { publicResponses, reader, log } = options;
  return (handler, limits) => {
    const server = createServer((request, response) => {
      if (takes(options, request, response)) return;
      const answered = publicResponses.answer(request, response, () => givenRequestId(request), reader);
      if (answered === null) {
        handler(request, response);
        return;
      }
      const { requestId: reqId, route, status } = answered;
      log.info({ reqId, method: 'GET', route, status }, 'answered');
    });
    server.keepAliveTimeout = Number(limits['keepAliveTimeout']);
    return server;
  };
}
