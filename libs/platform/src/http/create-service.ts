import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { forbidden, Problem } from '../errors/problem.js';
import { visitor, type Identity } from '../identity/identity.js';
import { identityHeader, UntrustedToken, type TokenVerifier } from '../identity/verify-token.js';
import { answerLog, nestLogger, type Log } from '../logging/log.js';
import { accessDisagreements, isService, refusal, routeKey, type AccessTable } from './access.js';
import { registerHealth, type ReadinessCheck } from './health.js';
import { ProblemFilter, type ErrorPage } from './problem-filter.js';
import type { PublicResponses } from './public-responses.js';
import { givenRequestId, newRequestId } from './request-id.js';
import { isSafe, isSameOrigin } from './same-origin.js';
import { securityHeaders } from './security-headers.js';
import { shortCuts, type PassThrough } from './short-cuts.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; a visitor until an identity token proves otherwise. */
    identity: Identity;
  }
}

export interface ServiceOptions {
  readonly name: string;
  /** The service's Nest module. */
  readonly module: Parameters<typeof NestFactory.create>[0];
  readonly log: Log;
  readonly publicUrl: string;
  readonly access: AccessTable;
  /** What other services show on the routes that are theirs alone; without it nobody gets there. */
  readonly internalKey?: string | undefined;
  /** `null`: nobody can be signed in here. */
  readonly verifier: TokenVerifier | null;
  readonly publicResponses: PublicResponses;
  readonly errorPage: ErrorPage;
  readonly readiness: readonly ReadinessCheck[];
  /** Largest file that is read, in bytes; `null` where no forms are read at all. */
  readonly maxUploadBytes: number | null;
  /** Hands requests on to other services, which look after identity and access themselves. */
  readonly passThrough?: PassThrough;
}

async function identify(request: FastifyRequest, verifier: TokenVerifier | null): Promise<Identity> {
  const token = request.headers[identityHeader];
  if (typeof token !== 'string' || verifier === null) return visitor;
  try {
    return await verifier.verify(token);
  } catch (error) {
    if (!(error instanceof UntrustedToken)) throw error;
    request.log.warn({ reason: error.message }, 'identity token refused');
    throw new Problem({
      status: 403,
      code: 'identity-refused',
      title: 'You are not signed in',
      detail: 'Your sign-in has ended or could not be confirmed. Sign in again.',
    });
  }
}

function guard(fastify: FastifyInstance, options: ServiceOptions): void {
  const publicOrigin = new URL(options.publicUrl).origin;
  const headers = securityHeaders(options.publicUrl);
  fastify.decorateRequest('identity');
  fastify.addHook('onRequest', (request, reply, done) => {
    request.identity = visitor;
    reply.headers(headers);
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onRequest', async (request) => {
    request.identity = await identify(request, options.verifier);
    if (request.is404) return;
    const path = request.routeOptions.url ?? '';
    if (path.startsWith('/health/')) return;
    const access = options.access[routeKey(request.method, path)];
    if (access === 'services' && isService(request.headers.authorization, options.internalKey)) return;
    const denied = refusal(access, request.identity);
    if (denied) throw denied;
    if (isSafe(request.method) || request.identity.via === 'api') return;
    if (!isSameOrigin(request.headers, publicOrigin)) {
      throw forbidden('The request came from another site. Open the page here and try again.');
    }
  });
}

function collectRoutes(fastify: FastifyInstance): ReadonlySet<string> {
  const routes = new Set<string>();
  fastify.addHook('onRoute', ({ method, url }) => {
    if (url.startsWith('/health/') || url === '*' || url === '/*') return;
    for (const one of [method].flat()) routes.add(routeKey(one, url));
  });
  return routes;
}

/** One line for each answer, by route and not by address, as some addresses carry a secret. */
function logAnswers(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? '(none)' : request.routeOptions.url;
    if (!route?.startsWith('/health/')) {
      const { id: reqId, method } = request;
      log.info(
        { reqId, method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'answered',
      );
    }
    done();
  });
}

async function readForms(fastify: FastifyInstance, maxUploadBytes: number): Promise<void> {
  await fastify.register(formbody, { bodyLimit: 1024 * 1024 });
  await fastify.register(multipart, {
    limits: { fileSize: maxUploadBytes, files: 1, fields: 200, fieldSize: 200_000 },
    throwFileSizeLimit: true,
  });
}

/**
 * A Nest application on Fastify with what every service has: request ids, security headers, identity and access,
 * same-origin checks, error answers, forms and uploads, health. It refuses to be made when a route is missing from the
 * access table or the table names a route that does not exist.
 *
 * @throws Error naming each disagreement between routes and access table
 */
export async function createService(options: ServiceOptions): Promise<NestFastifyApplication> {
  const answers = answerLog(options.log);
  const adapter = new FastifyAdapter({
    serverFactory: shortCuts({ ...options, log: answers }),
    forceCloseConnections: 'idle',
    loggerInstance: options.log,
    // One line for an answer is enough; see logAnswers.
    logController: new LogController({ disableRequestLogging: true }),
    // Whoever is at the edge hears clients directly and believes none of them.
    genReqId: options.passThrough ? newRequestId : givenRequestId,
    bodyLimit: 1024 * 1024,
    skipMiddie: true,
    routerOptions: { maxParamLength: 500 },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = collectRoutes(fastify);
  guard(fastify, options);
  logAnswers(fastify, answers);
  registerHealth(fastify, options.readiness);
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, {
    logger: nestLogger(options.log),
    abortOnError: false,
    bodyParser: false,
  });
  if (options.maxUploadBytes !== null) await readForms(fastify, options.maxUploadBytes);
  app.useGlobalFilters(new ProblemFilter(options.errorPage));
  await app.init();
  await fastify.ready();
  const disagreements = accessDisagreements(options.access, routes);
  if (disagreements.length > 0) {
    await app.close();
    throw new Error(`${options.name}: ${disagreements.join('; ')}`);
  }
  return app;
}
