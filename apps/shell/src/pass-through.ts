import { isSafe, type Log, type PassThrough } from '#platform';
import { Forwarder } from './forward.js';
import type { Credential } from './identity/credentials.js';
import { tokenFor, type SignIn } from './identity/sign-ins.js';
import type { WhoAsks } from './identity/who-asks.js';
import type { OpenStreams } from './open-streams.js';
import { tokenRefusal, type OwnAnswers } from './own-answers.js';
import { parts, type Part } from './parts.js';
import { readHead } from './request-head.js';
import type { Upstreams } from './settings.js';

export interface PassThroughOptions {
  readonly upstreams: Upstreams;
  /** How many proxies of ours stand before the shell. */
  readonly proxies: number;
  readonly whoAsks: WhoAsks;
  readonly ownAnswers: OwnAnswers;
  readonly streams: OpenStreams;
  readonly log: Log;
}

interface Route {
  readonly prefix: string;
  readonly part: Part;
  readonly forwarder: Forwarder;
}

/** Whether a path is the prefix itself or beneath it. */
function isUnder(url: string, prefix: string): boolean {
  if (!url.startsWith(prefix)) return false;
  const next = url[prefix.length];
  return next === undefined || next === '/' || next === '?';
}

/** Whether what is asked of a part may change what somebody's session or API token stands for. */
function mayChangeSignIn({ app }: Part, method: string): boolean {
  return app === 'members' && !isSafe(method);
}

/**
 * Hands every request under a part's paths on to the part, streaming, as it came but for who is asking: that the shell
 * vouches for. A part that is down costs its own pages only. Visitors' requests and those of people who are known wait
 * for nothing.
 */
export function passThrough(options: PassThroughOptions): PassThrough {
  const { whoAsks, ownAnswers, streams, log } = options;
  const routes: readonly Route[] = parts.flatMap((part) => {
    const forwarder = new Forwarder(options.upstreams.get(part.app) ?? '', options.proxies);
    return [part.prefix, part.api].map((prefix) => ({ prefix, part, forwarder }));
  });
  return (request, response, requestId) => {
    const { url = '', method = 'GET' } = request;
    const route = routes.find(({ prefix }) => isUnder(url, prefix));
    if (!route) return null;
    const { part, prefix, forwarder } = route;
    const head = readHead(request.rawHeaders);
    const credential = whoAsks.credential(head, url);

    const handOn = (signIn: SignIn | null) => {
      const refused = refusal(credential, signIn, part);
      if (refused) {
        ownAnswers.refuse(response, requestId, refused);
        return;
      }
      const unavailable = (error: Error) => {
        log.warn({ err: error, part: part.app, reqId: requestId }, 'part unavailable');
        void ownAnswers.unavailable(response, requestId, { part, isApi: prefix === part.api, signIn });
      };
      if (head.wantsEvents && !streams.add(response)) {
        unavailable(new Error('too many streams of events are open'));
        return;
      }
      const onward = {
        headers: head.headers,
        hasBody: head.hasBody,
        wantsEvents: head.wantsEvents,
        cookie: whoAsks.cookiesFor(part.app, head.cookie),
        identity: tokenFor(signIn, part.app),
        requestId,
      };
      forwarder.forward(request, response, onward, {
        failed: unavailable,
        ...(credential !== null &&
          mayChangeSignIn(part, method) && { begins: () => whoAsks.forget(credential) }),
      });
    };

    const signIn = whoAsks.signIn(credential);
    if (signIn instanceof Promise) {
      void signIn.then((known) => {
        if (!response.destroyed) handOn(known);
      });
    } else handOn(signIn);
    return `${prefix}/*`;
  };
}

function refusal(credential: Credential | null, signIn: SignIn | null, part: Part) {
  return credential?.kind === 'api-token' && signIn !== null ? tokenRefusal(signIn, part) : null;
}
