import type { FastifyInstance, FastifyRequest } from 'fastify';
import { forbidden, identityRefused } from '../errors/problem.js';
import { unconfirmed, visitor, type Identity } from '../identity/identity.js';
import { KeysUnavailable } from '../identity/published-keys.js';
import {
  identityHeader,
  identityUnavailable,
  UntrustedToken,
  type TokenVerifier,
} from '../identity/verify-token.js';
import { isService, refusal, routeKey, type AccessTable } from './access.js';
import { isForeign, isSafe, isSameOrigin } from './same-origin.js';
import { securityHeaders } from './security-headers.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; a visitor until an identity token proves otherwise. */
    identity: Identity;
  }
}

/** An identity token, `unavailable` where there is none to be had, or `null` for a visitor. */
export type IdentityToken = string | null;

export interface GuardOptions {
  readonly publicUrl: string;
  readonly access: AccessTable;
  /** `null`: nobody can be signed in here. */
  readonly verifier: TokenVerifier | null;
  /** Where identity tokens come from, other than the header in which the shell sends them: the shell asks for its own. */
  readonly identityToken?: (request: FastifyRequest) => IdentityToken | Promise<IdentityToken>;
  /** What other services show on the routes that are theirs alone; needed where there are any. */
  readonly internalKey?: string | undefined;
}

function tokenFromShell({ headers }: FastifyRequest): IdentityToken {
  const token = headers[identityHeader];
  return typeof token === 'string' ? token : null;
}

async function identify(request: FastifyRequest, options: GuardOptions): Promise<Identity> {
  const token = await (options.identityToken ?? tokenFromShell)(request);
  if (token === null) return visitor;
  if (token === identityUnavailable) return unconfirmed;
  if (options.verifier === null) return visitor;
  try {
    return await options.verifier.verify(token);
  } catch (error) {
    if (error instanceof KeysUnavailable) {
      request.log.warn({ err: error }, 'identity token cannot be verified');
      return unconfirmed;
    }
    if (!(error instanceof UntrustedToken)) throw error;
    request.log.warn({ reason: error.message }, 'identity token refused');
    throw identityRefused();
  }
}

/**
 * Looks at every request before anything else does: who is asking, and whether they may, by the access table; and
 * whether what changes something comes from our own pages; by a link also from programs, or from anywhere, as the table says.
 *
 * @throws Error when the table has routes for services and there is no key to know them by
 */
export function guard(fastify: FastifyInstance, options: GuardOptions): void {
  const { access, internalKey } = options;
  if (internalKey === undefined && Object.values(access).includes('services')) {
    throw new Error('the access table has routes for services: they need INTERNAL_KEY');
  }
  const publicOrigin = new URL(options.publicUrl).origin;
  const headers = securityHeaders(options.publicUrl);
  fastify.decorateRequest('identity');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.identity = visitor;
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    if (bySecret.test(request.routeOptions.url ?? '')) reply.header('x-robots-tag', 'noindex');
    done();
  });
  fastify.addHook('onRequest', async (request) => {
    const path = request.is404 ? '' : (request.routeOptions.url ?? '');
    if (path.startsWith('/health/')) return;
    const allowed = request.is404 ? 'everyone' : access[routeKey(request.method, path)];
    if (allowed === 'services') {
      if (isService(request.headers.authorization, internalKey)) return;
      throw forbidden('This address is for the services of the site alone.');
    }
    if (allowed === 'link-from-anywhere') return;
    if (allowed === 'link') {
      if (!isSafe(request.method) && isForeign(request.headers, publicOrigin)) throw fromAnotherSite();
      return;
    }
    request.identity = await identify(request, options);
    const denied = refusal(allowed, request.identity, request.method);
    if (denied) throw denied;
    if (request.is404 || isSafe(request.method) || request.identity.via === 'api') return;
    if (!isSameOrigin(request.headers, publicOrigin)) throw fromAnotherSite();
  });
}

/** An address that is for whoever was sent it: should it get about, no search engine is to show it, whatever it answers. */
const bySecret = /\/:(?:secret|token)\b/;

/** 403: another site's page sent it. */
const fromAnotherSite = () =>
  forbidden('The request came from another site. Open the page here and try again.');
