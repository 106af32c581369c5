import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { visitor } from '../identity/identity.js';
import { answerLog, nestLogger, type Log } from '../logging/log.js';
import { accessDisagreements, routeKey } from './access.js';
import { guard, type GuardOptions } from './guard.js';
import { registerHealth, type ReadinessCheck } from './health.js';
import { knownReader } from './known-reader.js';
import { answerProblem, ProblemFilter, type ErrorPage } from './problem-filter.js';
import type { PublicResponses } from './public-responses.js';
import { readTooLargeToEnd } from './read-to-end.js';
import { givenRequestId, newRequestId } from './request-id.js';
import { securityHeaders } from './security-headers.js';
import { shortCuts, type PassThrough } from './short-cuts.js';

export interface ServiceOptions extends GuardOptions {
  readonly name: string;
  /** The service's Nest module. */
  readonly module: Parameters<typeof NestFactory.create>[0];
  readonly log: Log;
  readonly publicResponses: PublicResponses;
  readonly errorPage: ErrorPage;
  readonly readiness: readonly ReadinessCheck[];
  /** Largest file that is read, in bytes; `null` where no forms are read at all. */
  readonly maxUploadBytes: number | null;
  /** Hands requests on to other services, which look after identity and access themselves. */
  readonly passThrough?: PassThrough;
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
    serverFactory: shortCuts({
      ...options,
      log: answers,
      // Where tokens come from elsewhere, the header is the client's own and says nothing.
      reader: options.identityToken ? () => null : knownReader(options.verifier),
    }),
    forceCloseConnections: 'idle',
    loggerInstance: options.log,
    // One line for an answer is enough; see logAnswers.
    logController: new LogController({ disableRequestLogging: true }),
    // Whoever is at the edge hears clients directly and believes none of them.
    genReqId: options.passThrough ? newRequestId : givenRequestId,
    bodyLimit: 1024 * 1024,
    // What the framework refuses before any of our own code is asked: an address that cannot be read.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      request.identity = visitor;
      reply.headers({ ...securityHeaders(options.publicUrl), 'x-request-id': request.id });
      answerProblem(error, request, reply, options.errorPage);
    },
    skipMiddie: true,
    routerOptions: { maxParamLength: 500 },
  });
  const fastify: FastifyInstance = adapter.getInstance();
  const routes = collectRoutes(fastify);
  guard(fastify, options);
  readTooLargeToEnd(fastify);
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
