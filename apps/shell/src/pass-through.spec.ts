import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLog, PublicResponses, TokenVerifier, type ExchangeAnswer } from '#platform';
import { Site } from '#ui';
import { siteChrome } from './chrome/site-chrome.js';
import { askMembers } from './identity/ask-members.js';
import { SignIns } from './identity/sign-ins.js';
import { WhoAsks } from './identity/who-asks.js';
import { OpenStreams } from './open-streams.js';
import { OwnAnswers } from './own-answers.js';
import { passThrough } from './pass-through.js';

const key = 'what services show each other, for tests';
const session = 'a-session-of-adas-with-letters';
const apiToken = 'nea_a-token-of-adas-with-letters';

const servers: Server[] = [];
async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** What the parts were asked, and what `members` was asked behind it. */
let seen: Seen[];
let exchanged: unknown[];
let shell: string;
let streams: OpenStreams;
/** What the session stands for. */
let name: string;

const bodyOf = async (request: AsyncIterable<Buffer>) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

function answerOf(asked: { session?: string; apiToken?: string }): ExchangeAnswer {
  const end = { expiresAt: new Date(Date.now() + 300_000).toISOString(), sessionId: 's' };
  const tokens = { members: `${name} in members`, 'events-calendar': `${name} in events-calendar` };
  if (asked.session === session) return { state: 'signed-in', tokens, ...end };
  if (asked.apiToken !== apiToken) return { state: 'unknown' };
  return { state: 'signed-in', tokens: { 'events-calendar': 'adas program' }, ...end };
}

beforeEach(async () => {
  seen = [];
  exchanged = [];
  name = 'ada';
  const members = await listen((request, response) => {
    if (request.url !== '/internal/identity') {
      seen.push({ url: request.url ?? '', headers: request.headers });
      if (request.method === 'POST') name = 'ada for bo';
      response.end();
      return;
    }
    expect(request.headers.authorization).toBe(`Bearer ${key}`);
    void bodyOf(request).then((body) => {
      const asked = JSON.parse(body) as { session?: string; apiToken?: string };
      exchanged.push(asked);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answerOf(asked)));
    });
  });
  const calendar = await listen((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers });
    if (request.url === '/calendar/stream') response.write('data: 1\n\n');
    else response.end();
  });
  const chrome = siteChrome();
  const log = createLog('shell', 'silent');
  const site = new Site({
    section: null,
    publicUrl: 'http://localhost:3000',
    chrome: () => chrome,
    publicResponses: new PublicResponses(() => null),
  });
  const verifier = new TokenVerifier(() => Promise.reject(new Error('no keys')), 'shell');
  const signIns = new SignIns(askMembers(members, key), () => undefined);
  signIns.hears();
  streams = new OpenStreams(1);
  const pass = passThrough({
    upstreams: new Map([
      ['members', members],
      ['events-calendar', calendar],
      ['conference-registration', 'http://127.0.0.1:1'],
      ['exhibition-stands', 'http://127.0.0.1:1'],
      ['study-visits', 'http://127.0.0.1:1'],
      ['mailer', 'http://127.0.0.1:1'],
    ]),
    proxies: 0,
    whoAsks: new WhoAsks(signIns, 'http://localhost:3000'),
    ownAnswers: new OwnAnswers({ site, verifier, headers: { 'x-content-type-options': 'nosniff' } }),
    streams,
    log,
  });
  shell = await listen((request, response) => {
    if (pass(request, response, 'request-id-1') === null) response.writeHead(404).end();
  });
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(shell + path, { headers, method, redirect: 'manual' });
const last = () => seen.at(-1)?.headers ?? {};

describe('what a part is told of who asks', () => {
  it('is nothing of a visitor, and members is not asked', async () => {
    await get('/calendar', {
      cookie: 'flash=saved',
      'x-identity': 'forged',
      authorization: `Bearer ${apiToken}`,
    });
    expect(last()['x-identity']).toBeUndefined();
    expect(exchanged).toEqual([]);
  });

  it('is a token made out to it, fetched once', async () => {
    const headers = { cookie: `session=${session}`, 'x-identity': 'forged' };
    await Promise.all([get('/calendar', headers), get('/calendar/x', headers)]);
    expect(seen.map((each) => each.headers['x-identity'])).toEqual(
      Array.from({ length: 2 }, () => 'ada in events-calendar'),
    );
    await get('/members', headers);
    expect(last()['x-identity']).toBe('ada in members');
    expect(exchanged).toEqual([{ session }]);
  });

  it('is never the session, nor what was sent as authorization', async () => {
    const headers = {
      cookie: `flash=x; session=${session}; theme=dark`,
      authorization: `Bearer ${apiToken}`,
    };
    await get('/calendar', headers);
    expect(last().cookie).toBe('flash=x; theme=dark');
    await get('/api/v1/events-calendar/events', headers);
    expect([last().cookie, last().authorization]).toEqual(['flash=x; theme=dark', undefined]);
    await get('/calendar', { cookie: `session=${session}` });
    expect(last().cookie).toBeUndefined();
    await get('/members', headers);
    expect([last().cookie, last().authorization]).toEqual([headers.cookie, undefined]);
  });

  it('is up to date at once when members was asked to change something', async () => {
    const headers = { cookie: `session=${session}` };
    await get('/calendar', headers);
    await get('/members/manage/people/1/act', headers, 'POST');
    await get('/calendar', headers);
    expect(last()['x-identity']).toBe('ada for bo in events-calendar');
  });

  it('is nothing of a session that is nobody’s', async () => {
    await get('/calendar', { cookie: 'session=one-that-has-ended-long-ago' });
    expect(seen).toHaveLength(1);
    expect(last()['x-identity']).toBeUndefined();
  });
});

describe('an API token', () => {
  const as = (token: string) => ({ authorization: `Bearer ${token}` });

  it('opens the API of the parts that it is for', async () => {
    await get('/api/v1/events-calendar/events', as(apiToken));
    expect(last()['x-identity']).toBe('adas program');
  });

  it('is refused at the others', async () => {
    const answer = await get('/api/v1/members/people', as(apiToken));
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer realm="api", error="insufficient_scope"',
    ]);
    expect(await answer.json()).toMatchObject({ code: 'token-out-of-scope', requestId: 'request-id-1' });
    expect(seen).toEqual([]);
  });

  it.each(['nea_nobody-knows-of-this-one', 'short', ''])(
    'is refused where it is nobody’s: %p',
    async (token) => {
      const answer = await get('/api/v1/events-calendar/events', as(token), 'POST');
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="api", error="invalid_token"');
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ code: 'token-unknown', status: 401 });
      expect(seen).toEqual([]);
    },
  );

  it('says nothing outside of /api/', async () => {
    const answer = await get('/calendar', as('nea_nobody-knows-of-this-one'));
    expect(answer.status).toBe(200);
    expect([last()['x-identity'], last().authorization, exchanged]).toEqual([undefined, undefined, []]);
  });
});

describe('internal addresses', () => {
  it.each(['/internal/identity', '/internal/ended-sessions', '//internal/identity', '/INTERNAL/identity'])(
    '%s are nobody’s to ask for',
    async (path) => {
      expect((await get(path, { authorization: `Bearer ${key}` }, 'POST')).status).toBe(404);
      expect([seen, exchanged]).toEqual([[], []]);
    },
  );
});

describe('a stream of events', () => {
  const open = async () => {
    const answer = await get('/calendar/stream', { accept: 'text/event-stream' });
    return { status: answer.status, reader: answer.body?.getReader() };
  };

  it('comes through as it is made, and takes a place until its reader goes', async () => {
    const { status, reader } = await open();
    expect(status).toBe(200);
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n');
    expect((await open()).status).toBe(503);
    expect((await get('/calendar')).status).toBe(200);
    await reader?.cancel();
    let again = 503;
    while (again === 503) again = (await open()).status;
    expect(again).toBe(200);
  });

  it('is broken off when the shell stops', async () => {
    const { reader } = await open();
    await reader?.read();
    streams.onModuleDestroy();
    await expect(reader?.read()).rejects.toThrow('terminated');
  });
});

describe('a part that is down', () => {
  it('costs people and programs its own answers only', async () => {
    const page = await get('/mail', { cookie: `session=${session}` });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '30']);
    const html = await page.text();
    expect(html).toContain('The log of mails is not available');
    // Somebody is signed in, even if the shell could not find out who.
    expect(html).not.toContain('Sign in');
    const visitors = await (await get('/mail')).text();
    expect(visitors).toContain('href="/members/sign-in?return=%2Fmail"');
    const api = await get('/api/v1/mailer/mails');
    expect(await api.json()).toMatchObject({ code: 'part-unavailable' });
  });
});
