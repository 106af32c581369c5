import { createServer, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import fastify, { type FastifyInstance } from 'fastify';
import { visitor, type Identity } from '../identity/identity.js';
import { PublicResponses } from './public-responses.js';
import { rawRequest, type RawAsk } from './testing/raw-request.js';

const long = 'What’s on, and when. '.repeat(100);

/** Stands for a token that was verified before; `unknown` for one that was not. */
const reader = (headers: IncomingHttpHeaders): Identity | null => {
  const who = headers['x-identity'];
  if (who === 'unknown') return null;
  return typeof who === 'string' ? person(JSON.parse(who) as Partial<Identity>) : visitor;
};

const person = (differing: Partial<Identity>): Identity => ({
  ...visitor,
  personId: 'p',
  name: 'Ada',
  roles: ['person'],
  ...differing,
});

const as = (differing: Partial<Identity>, more: Record<string, string> = {}) => ({
  headers: { 'x-identity': JSON.stringify(differing), ...more },
});

interface Site {
  /** How many answers were made, rather than given again. */
  made: number;
  body: string;
  generation: string | null;
  ask(path: string, ask?: RawAsk): ReturnType<typeof rawRequest>;
}

/** Closed after each test, also after one that fails. */
const open: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function serve(maxBytes?: number, maxReaderBytes?: number): Promise<Site> {
  const common = { 'x-content-type-options': 'nosniff' };
  const kept = new PublicResponses(() => site.generation, common, maxBytes, maxReaderBytes);
  const app = fastify({
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (kept.answer(request, response, () => 'from-what-is-kept', reader) !== null) return;
        handler(request, response);
      }),
  });
  const site: Site = {
    made: 0,
    body: long,
    generation: '1',
    ask: (path, ask) => rawRequest(`${address}${path}`, ask),
  };
  app.get('/*', (request, reply) => {
    site.made += 1;
    request.identity = reader(request.headers) ?? person({ name: 'verified just now' });
    const body = `${site.body}${request.url} for ${request.identity.name} ${request.identity.boards.join()}`;
    return kept.send(
      request,
      reply,
      { kind: 'page', contentType: 'text/html', body },
      kept.generation('page'),
    );
  });
  open.push(app);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return site;
}

describe('PublicResponses', () => {
  let site: Site;
  beforeEach(async () => {
    site = await serve();
  });

  it('gives the same bytes and ETag again without making them', async () => {
    const first = await site.ask('/a');
    const again = await site.ask('/a');
    expect(site.made).toBe(1);
    expect(again.bytes).toEqual(first.bytes);
    const { date: _first, 'x-request-id': firstId, ...firstHeaders } = first.headers;
    const { date: _again, 'x-request-id': againId, ...againHeaders } = again.headers;
    expect(againHeaders).toEqual(firstHeaders);
    expect(firstHeaders).toMatchObject({
      'content-type': 'text/html',
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
      'content-length': String(first.bytes.length),
    });
    expect(againId).toBe('from-what-is-kept');
    expect(firstId).not.toBe(againId);
  });

  it('has the same ETag for the same bytes in every replica, and another for others', async () => {
    const replica = await serve();
    const tag = (await site.ask('/a')).headers.etag;
    expect((await replica.ask('/a')).headers.etag).toBe(tag);
    expect((await site.ask('/b')).headers.etag).not.toBe(tag);
  });

  it('packs what is long for those who can unpack it', async () => {
    const plain = await site.ask('/a');
    const packed = await site.ask('/a', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
    for (const none of ['gzip;q=0', 'br', 'identity', '*;q=0']) {
      const answer = await site.ask('/a', { headers: { 'accept-encoding': none } });
      expect([none, answer.headers['content-encoding']]).toEqual([none, undefined]);
      expect(answer.bytes).toEqual(plain.bytes);
    }
    site.body = 'short';
    const short = await site.ask('/b', { headers: { 'accept-encoding': 'gzip' } });
    expect(short.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    ['the tag', (tag: string) => tag],
    ['the tag, weakly', (tag: string) => `W/${tag}`],
    ['a list with it', (tag: string) => `"other",  W/"another" , ${tag}`],
    ['anything', () => '*'],
  ])('answers 304 to who has %s, of either variant', async (_, header) => {
    for (const encoding of ['gzip', 'identity']) {
      const { etag = '' } = (await site.ask('/a', { headers: { 'accept-encoding': encoding } })).headers;
      for (const accepted of ['gzip', 'identity']) {
        const headers = { 'accept-encoding': accepted, 'if-none-match': header(etag) };
        const answer = await site.ask('/a', { headers });
        expect(answer.status).toBe(304);
        expect(answer.bytes).toHaveLength(0);
        expect(answer.headers).toMatchObject({
          'cache-control': 'private, no-cache',
          vary: 'Accept-Encoding',
        });
        expect(answer.headers['content-length']).toBeUndefined();
      }
    }
    expect(site.made).toBe(1);
  });

  it.each(['"other"', 'W/"other", "another"', 'other', ''])('sends it all to who has %p', async (header) => {
    const answer = await site.ask('/a', { headers: { 'if-none-match': header } });
    expect(answer.status).toBe(200);
  });

  it('also answers 304 when it had to make the answer to know', async () => {
    const { etag = '' } = (await site.ask('/a')).headers;
    site.generation = '2';
    const answer = await site.ask('/a', { headers: { 'if-none-match': etag } });
    expect([answer.status, site.made]).toEqual([304, 2]);
  });

  it('makes an answer anew when what it was made from has changed', async () => {
    const old = await site.ask('/a');
    site.generation = '2';
    site.body = `new ${long}`;
    const answer = await site.ask('/a', { headers: { 'if-none-match': old.headers.etag ?? '' } });
    expect([answer.status, site.made]).toEqual([200, 2]);
    expect(answer.bytes.toString()).toMatch(/^new /);
  });

  it('keeps nothing while it cannot know of changes, and uses nothing kept', async () => {
    await site.ask('/a');
    site.generation = null;
    await site.ask('/a');
    await site.ask('/a');
    expect(site.made).toBe(3);
    site.generation = '1';
    await site.ask('/a');
    expect(site.made).toBe(4);
  });

  it('does not keep what was made while it changed', async () => {
    const kept = new PublicResponses(() => site.generation);
    site.generation = 'before';
    const again = fastify();
    open.push(again);
    again.get('/', (request, reply) => {
      const generation = kept.generation('page');
      request.identity = visitor;
      site.generation = 'after';
      return kept.send(request, reply, { kind: 'page', contentType: 'text/html', body: 'old' }, generation);
    });
    const address = await again.listen({ host: '127.0.0.1', port: 0 });
    await rawRequest(address);
    const request = { method: 'GET', url: '/', headers: {} };
    expect(
      kept.answer(Object.assign(Object.create(null), request), Object.create(null), () => '', reader),
    ).toBeNull();
  });

  it.each([
    ['is signed in with a token that is new', { 'x-identity': 'unknown' }],
    ['has a notice waiting', { cookie: 'a=b; flash=saved' }],
    ['is signed in and has a notice waiting', as({}, { cookie: '__Host-flash=saved' }).headers],
  ])('gives nothing kept to somebody who %s', async (_, headers) => {
    await site.ask('/a', { headers });
    await site.ask('/a', as({}));
    await site.ask('/a');
    site.made = 0;
    await site.ask('/a', { headers });
    expect(site.made).toBe(1);
    await site.ask('/a');
    await site.ask('/a', as({}));
    expect(site.made).toBe(1);
  });

  it('keeps nothing made for somebody who has a notice waiting', async () => {
    await site.ask('/a', as({}, { cookie: 'flash=saved' }));
    await site.ask('/a', as({}));
    expect(site.made).toBe(2);
  });

  it('tells addresses apart by their queries', async () => {
    const [one, two] = [await site.ask('/a?kind=meeting'), await site.ask('/a?kind=launch')];
    expect(one.bytes).not.toEqual(two.bytes);
    expect(site.made).toBe(2);
  });

  it('sends no body to HEAD', async () => {
    const get = await site.ask('/a');
    const head = await site.ask('/a', { method: 'HEAD' });
    expect([head.status, head.bytes.length]).toEqual([200, 0]);
    expect(head.headers.etag).toBe(get.headers.etag);
    expect(head.headers['content-length']).toBe(String(get.bytes.length));
  });
});

describe('what PublicResponses keep for people who are signed in', () => {
  let site: Site;
  beforeEach(async () => {
    site = await serve();
  });

  it('is given again to the same person with the same rights, whatever their session', async () => {
    const first = await site.ask('/a', as({ sessionId: 's1' }));
    const again = await site.ask('/a', as({ sessionId: 's2' }));
    expect(site.made).toBe(1);
    expect(again.bytes).toEqual(first.bytes);
    expect(again.headers['cache-control']).toBe('private, no-cache');
    site.generation = '2';
    await site.ask('/a', as({}));
    expect(site.made).toBe(2);
  });

  const others: Partial<Identity>[] = [
    { personId: 'q' },
    { name: 'Ada B' },
    { roles: ['person', 'staff'] },
    { boards: ['oversight'] },
    { actor: { personId: 's', name: 'Sam' } },
    { actor: { personId: 's', name: 'Sam B' } },
    { via: 'api' },
    { mayWrite: false },
    { state: 'unavailable' },
    { ...visitor, name: 'Ada' },
  ];
  it('is given to nobody else, nor to a visitor, nor the other way round', async () => {
    await site.ask('/a');
    await site.ask('/a', as({}));
    for (const other of others) {
      site.made = 0;
      await site.ask('/a', as(other));
      expect([other, site.made]).toEqual([other, 1]);
    }
    site.made = 0;
    await site.ask('/a');
    await site.ask('/a', as({}));
    for (const other of others) await site.ask('/a', as(other));
    expect(site.made).toBe(0);
  });

  it('is never another’s: members of two boards asking in turn each get their own page', async () => {
    const boards = fc.array(fc.constantFrom('oversight', 'policy', 'a,b', 'a', 'b'), { maxLength: 3 });
    const asking = fc.record({ boards, name: fc.constantFrom('Ada', 'Bo', 'Ada"]') });
    await fc.assert(
      fc.asyncProperty(fc.array(asking, { minLength: 2, maxLength: 8 }), async (people) => {
        for (const { boards: theirs, name } of people) {
          const { bytes } = await site.ask('/b', as({ boards: theirs, name }));
          expect(bytes.toString()).toBe(`${long}/b for ${name} ${theirs.join()}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes no room from visitors', async () => {
    const small = await serve(12_000, 12_000);
    await small.ask('/a');
    for (let each = 0; each < 20; each += 1) await small.ask('/a', as({ personId: `p${each}` }));
    small.made = 0;
    await small.ask('/a');
    await small.ask('/a', as({ personId: 'p19' }));
    expect(small.made).toBe(0);
    await small.ask('/a', as({ personId: 'p0' }));
    expect(small.made).toBe(1);
  });
});

describe('the memory of PublicResponses', () => {
  it('lets go of what was not used for longest', async () => {
    // Each answer takes some 2.3 KB, packed and plain.
    const site = await serve(12_000);
    for (const path of ['/1', '/2', '/3', '/4']) await site.ask(path);
    await site.ask('/1');
    for (const path of ['/5', '/6']) await site.ask(path);
    site.made = 0;
    for (const path of ['/1', '/5', '/6']) await site.ask(path);
    expect(site.made).toBe(0);
    await site.ask('/2');
    expect(site.made).toBe(1);
  });

  it('keeps nothing that would push most of the rest out', async () => {
    const site = await serve(4_000);
    await site.ask('/a');
    await site.ask('/a');
    expect(site.made).toBe(2);
  });

  it('counts an answer once, however often it is made anew', async () => {
    const site = await serve(12_000);
    await site.ask('/kept');
    for (let generation = 0; generation < 20; generation += 1) {
      site.generation = String(generation);
      await site.ask('/a');
      await site.ask('/kept');
    }
    site.made = 0;
    await site.ask('/a');
    await site.ask('/kept');
    expect(site.made).toBe(0);
  });

  it('counts an answer once, however often it is asked for by HEAD', async () => {
    const site = await serve(12_000);
    await site.ask('/kept');
    for (let asked = 0; asked < 20; asked += 1) await site.ask('/a', { method: 'HEAD' });
    site.made = 0;
    await site.ask('/kept');
    await site.ask('/a');
    expect(site.made).toBe(0);
  });
});
