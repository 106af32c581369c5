import type { ServerResponse } from 'node:http';
import { Problem, problemJson, type Log, type PassThrough } from '#platform';
import { renderUnavailablePage, type Chrome } from '#ui';
import { Forwarder } from './forward.js';
import { parts, type Part } from './parts.js';
import type { Upstreams } from './settings.js';

export interface PassThroughOptions {
  readonly upstreams: Upstreams;
  readonly chrome: Chrome;
  /** How many proxies of ours stand before the shell. */
  readonly proxies: number;
  /** On the answers that the shell itself has to give. */
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Log;
}

interface Route {
  readonly prefix: string;
  readonly part: Part;
  readonly forwarder: Forwarder;
}

/** What people and programs get instead of a part that does not answer. */
function unavailable(
  part: Part,
  chrome: Chrome,
  isApi: boolean,
  requestId: string,
): { type: string; body: string } {
  if (!isApi) {
    const around = { chrome, section: part.navigation?.section ?? null, account: null };
    return { type: 'text/html; charset=utf-8', body: renderUnavailablePage(around, part.words) };
  }
  const problem = new Problem({
    status: 503,
    code: 'part-unavailable',
    title: 'Not available',
    detail: `The ${part.words} is not available at the moment. Try again in a few minutes.`,
  });
  return { type: 'application/problem+json', body: JSON.stringify(problemJson(problem, requestId)) };
}

function answerUnavailable(
  { part, prefix }: Route,
  { chrome, headers }: PassThroughOptions,
  response: ServerResponse,
  requestId: string,
): void {
  const { type, body } = unavailable(part, chrome, prefix === part.api, requestId);
  response.writeHead(503, {
    ...headers,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': '30',
    'x-request-id': requestId,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

/** Whether a path is the prefix itself or beneath it. */
function isUnder(url: string, prefix: string): boolean {
  if (!url.startsWith(prefix)) return false;
  const next = url[prefix.length];
  return next === undefined || next === '/' || next === '?';
}

/**
 * Hands every request under a part's paths on to the part, streaming and untouched. A part that is down costs its own
 * pages only.
 */
export function passThrough(options: PassThroughOptions): PassThrough {
  const routes: readonly Route[] = parts.flatMap((part) => {
    const forwarder = new Forwarder(options.upstreams.get(part.app) ?? '', options.proxies);
    return [part.prefix, part.api].map((prefix) => ({ prefix, part, forwarder }));
  });
  return (request, response, requestId) => {
    const route = routes.find(({ prefix }) => isUnder(request.url ?? '', prefix));
    if (!route) return null;
    route.forwarder.forward(request, response, requestId, (error) => {
      options.log.warn({ err: error, part: route.part.app, reqId: requestId }, 'part unavailable');
      answerUnavailable(route, options, response, requestId);
    });
    return `${route.prefix}/*`;
  };
}
