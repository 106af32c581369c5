import { setTimeout } from 'node:timers/promises';
import { Controller, Get, Module, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { conflict, notFound } from '../../errors/problem.js';
import { TokenVerifier } from '../../identity/verify-token.js';
import { createLog } from '../../logging/log.js';
import type { AccessTable } from '../access.js';
import { createService } from '../create-service.js';
import { PublicResponses } from '../public-responses.js';
import { rawRequest, type RawAsk } from './raw-request.js';

export const publicUrl = 'https://events.example.org';
const keys = await generateKeyPair('EdDSA');
const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'EdDSA' };

/** A token of Ada's for the service. */
export function identity(roles: readonly string[], claims: object = {}) {
  return new SignJWT({ name: 'Ada Example', roles, access: 'write', ...claims })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'k' })
    .setSubject('ada')
    .setIssuer('members')
    .setAudience('tests')
    .setExpirationTime('5m')
    .sign(keys.privateKey);
}

const kept = new PublicResponses(() => '1', { 'x-content-type-options': 'nosniff' });
/** How often the page that is kept was made. */
export const made = { count: 0 };

@Controller()
class Pages {
  @Get('open')
  open() {
    return { open: true };
  }

  @Get('staff')
  staff(@Req() request: FastifyRequest) {
    return { name: request.identity.name };
  }

  @Post('things')
  @Put('things')
  change(@Req() request: FastifyRequest) {
    return { body: request.body ?? null };
  }

  @Post('internal/things')
  internal() {
    return { internal: true };
  }

  @Get('members-only')
  membersOnly(@Req() request: FastifyRequest) {
    if (request.identity.personId === null) throw notFound();
    return {};
  }

  @Post(['by-link/:secret', 'from-anywhere/:secret'])
  byLink(@Req() { identity }: FastifyRequest) {
    return { name: identity.name };
  }

  @Get('conflict')
  conflict() {
    throw conflict('stale', 'Somebody changed it.');
  }

  @Get('broken')
  broken() {
    throw new Error('password=hunter2');
  }

  @Get('kept')
  kept(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    made.count += 1;
    return kept.send(request, reply, { kind: 'page', contentType: 'text/html', body: 'kept' }, '1');
  }

  @Post('upload')
  async upload(@Req() request: FastifyRequest) {
    const file = await request.file();
    return { bytes: (await file?.toBuffer())?.length ?? 0 };
  }
}

@Module({ controllers: [Pages] })
class PagesModule {}

export const access: AccessTable = {
  'GET /open': 'everyone',
  'GET /staff': ['staff'],
  'POST /things': 'everyone',
  'POST /internal/things': 'services',
  'POST /by-link/:secret': 'link',
  'POST /from-anywhere/:secret': 'link-from-anywhere',
  'GET /members-only': 'everyone',
  'GET /conflict': 'everyone',
  'GET /broken': 'everyone',
  'GET /kept': 'everyone',
  'POST /upload': 'everyone',
};

/** What services of the test show each other. */
export const internalKey = 'a key of thirty-two characters ...';

/** What a browser says of a form of our own. */
export const sameOrigin = { 'sec-fetch-site': 'same-origin' };

/** A service with the routes above, not yet listening; what it logs goes to `lines`. */
export const makeTestService = (table: AccessTable, lines: string[] = [], key: string | null = internalKey) =>
  createService({
    name: 'tests',
    module: PagesModule,
    log: createLog('tests', 'info', { write: (line) => void lines.push(line) }),
    publicUrl,
    access: table,
    internalKey: key ?? undefined,
    verifier: new TokenVerifier(createLocalJWKSet({ keys: [jwk] }), 'tests'),
    publicResponses: kept,
    errorPage: (problem, request) => `<h1>${problem.title}</h1><p>${problem.detail} ${request.id}</p>`,
    readiness: [],
    maxUploadBytes: 100_000,
  });

/** A service that listens, and ways to ask it. */
export async function startTestService() {
  const lines: string[] = [];
  const app = await makeTestService(access, lines);
  await app.listen(0, '127.0.0.1');
  const address = await app.getUrl();
  const ask = (path: string, options?: RawAsk) => rawRequest(`${address}${path}`, options);
  return {
    ask,
    /** Asks for JSON. */
    json: async (path: string, options: RawAsk = {}) => {
      const headers = { accept: 'application/json', ...options.headers };
      const answer = await ask(path, { ...options, headers });
      return { ...answer, json: JSON.parse(answer.bytes.toString()) as Record<string, unknown> };
    },
    forgetLog: () => void lines.splice(0),
    /** What was logged; an answer's own line may come a moment after it. */
    logged: async () => {
      for (let waited = 0; waited < 3000 && lines.length === 0; waited += 1) await setTimeout(20);
      return lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    stop: () => app.close(),
  };
}

export type TestService = Awaited<ReturnType<typeof startTestService>>;
