import { once } from 'node:events';
import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Controller, Get, Module, Param, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../errors/problem.js';
import { createLog } from '../logging/log.js';
import { createService } from './create-service.js';
import { EventStreams } from './event-streams.js';
import { PublicResponses } from './public-responses.js';

interface State {
  readonly done: number;
  readonly isRunning: boolean;
  readonly text?: string;
}

const things = new Map<string, State>();
let looks = 0;
let lookFails = false;

const longest = 400;
const streams = new EventStreams({ streams: 3, lookEvery: 20 });
const brief = new EventStreams({ longest });

@Controller()
class Things {
  @Get('brief/:id')
  showBriefly(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const look = () => Promise.resolve(null);
    return brief.follow(request, reply, { key: 'brief', look, isOver: () => false });
  }

  @Get('things/:id')
  show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return streams.tell<State>(request, reply, {
      key: id,
      look: async () => {
        looks += 1;
        await wait(1);
        if (lookFails) throw new Error('no database');
        const found = things.get(id);
        if (!found) throw notFound();
        return found;
      },
      isOver: ({ isRunning }) => !isRunning,
    });
  }
}

@Module({
  controllers: [Things],
  providers: [
    { provide: EventStreams, useFactory: () => streams },
    { provide: 'brief', useFactory: () => brief },
  ],
})
class ThingsModule {}

let app: NestFastifyApplication;
let address: string;
const lines: string[] = [];
const open: ClientRequest[] = [];

beforeAll(async () => {
  app = await createService({
    name: 'tests',
    module: ThingsModule,
    log: createLog('tests', 'info', { write: (line) => void lines.push(line) }),
    publicUrl: 'https://events.example.org',
    access: { 'GET /things/:id': 'everyone', 'GET /brief/:id': 'everyone' },
    verifier: null,
    publicResponses: new PublicResponses(() => null),
    errorPage: ({ title }) => title,
    readiness: [],
    maxUploadBytes: null,
  });
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
});
afterAll(() => app.close());

beforeEach(() => {
  looks = 0;
  lookFails = false;
  things.clear();
  things.set('a', { done: 0, isRunning: true });
});
afterEach(async () => {
  for (const request of open.splice(0)) request.destroy();
  await until(() => streams.count === 0);
});

async function until(happens: () => boolean): Promise<void> {
  while (!happens()) await wait(5);
}

/** A reader as a browser is one: it sees what has come so far. */
async function follow(id: string, headers: Record<string, string> = {}, path = 'things') {
  const asked = get(`${address}/${path}/${id}`, { headers: { accept: 'text/event-stream', ...headers } });
  open.push(asked);
  asked.on('error', () => undefined);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  let isOver = false;
  response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  response.on('close', () => (isOver = true)).on('error', () => undefined);
  return {
    status: response.statusCode,
    headers: response.headers,
    text: () => text,
    isOver: () => isOver,
    told: () => [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data) as State),
    ids: () => [...text.matchAll(/^id: (.*)$/gm)].map(([, id = '']) => id),
    leave: () => asked.destroy(),
  };
}

describe('a stream of how something stands', () => {
  test('begins at once, and is to be held back or changed by nobody on its way', async () => {
    const { status, headers, text } = await follow('a');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'transfer-encoding': 'chunked',
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    await until(() => text().includes('data: '));
    expect(text()).toMatch(/^retry: \d+\n\nid: [\w-]+\ndata: \{"done":0,"isRunning":true\}\n\n$/);
  });

  test('tells each change once, and ends when it is over', async () => {
    const reader = await follow('a');
    for (const done of [1, 2]) {
      things.set('a', { done, isRunning: true });
      await until(() => reader.told().at(-1)?.done === done);
    }
    await wait(60);
    things.set('a', { done: 3, isRunning: false });
    await until(reader.isOver);
    expect(reader.told().map(({ done }) => done)).toEqual([0, 1, 2, 3]);
    expect(new Set(reader.ids()).size).toBe(4);
  });

  test('of something that is over says so and ends', async () => {
    things.set('a', { done: 3, isRunning: false });
    const reader = await follow('a');
    await until(reader.isOver);
    expect(reader.told()).toEqual([{ done: 3, isRunning: false }]);
  });

  test('does not tell a reader who comes again what they know', async () => {
    const first = await follow('a');
    await until(() => first.ids().length === 1);
    const again = await follow('a', { 'last-event-id': first.ids()[0] ?? '' });
    things.set('a', { done: 1, isRunning: true });
    await until(() => again.told().length === 1);
    expect(again.told()).toEqual([{ done: 1, isRunning: true }]);
  });

  test('is of one look for all who follow the same', async () => {
    const readers = [await follow('a'), await follow('a'), await follow('a')];
    looks = 0;
    const since = performance.now();
    await until(() => looks >= 6);
    // One every 20 ms for each of the three would have taken a third of that.
    expect(performance.now() - since).toBeGreaterThan(90);
    things.set('a', { done: 1, isRunning: true });
    await until(() => readers.every(({ told }) => told().at(-1)?.done === 1));
  });

  test('ends after a while, so that it is asked again who follows', async () => {
    const since = performance.now();
    const reader = await follow('a', {}, 'brief');
    await until(reader.isOver);
    expect(performance.now() - since).toBeGreaterThan(longest - 50);
  });

  test('is not looked at any more when nobody follows it', async () => {
    const reader = await follow('a');
    reader.leave();
    await until(() => streams.count === 0);
    await wait(30);
    looks = 0;
    await wait(60);
    expect(looks).toBe(0);
  });

  test('breaks off when it cannot be seen, and the log says why', async () => {
    const reader = await follow('a');
    lookFails = true;
    await until(reader.isOver);
    expect(lines.some((line) => line.includes('no database'))).toBe(true);
  });
});

test('whoever asks for no stream is told once', async () => {
  const answer = await fetch(`${address}/things/a`, { headers: { accept: 'application/json' } });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.json()).toEqual({ done: 0, isRunning: true });
  expect(streams.count).toBe(0);
});

describe('instead of a stream there is an answer', () => {
  test('where there is no such thing', async () => {
    const { status, headers } = await follow('b');
    expect(status).toBe(404);
    expect(headers['content-type']).not.toContain('event-stream');
  });

  test('where too many are open; one more goes when one has left', async () => {
    const [first] = [await follow('a'), await follow('a'), await follow('a')];
    expect((await follow('a')).status).toBe(503);
    first?.leave();
    await until(() => streams.count === 2);
    expect((await follow('a')).status).toBe(200);
  });
});

test('a reader who takes nothing gets the newest when they take again', async () => {
  const text = 'x'.repeat(2_000_000);
  const asked = get(`${address}/things/a`, { headers: { accept: 'text/event-stream' } });
  open.push(asked);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.pause();
  for (let done = 1; done < 20; done += 1) {
    things.set('a', { done, isRunning: true, text });
    const seen = looks + 1;
    await until(() => looks > seen);
  }
  let taken = '';
  const closed = once(response, 'close');
  response.setEncoding('utf8').on('data', (chunk: string) => (taken += chunk));
  things.set('a', { done: 20, isRunning: false, text });
  response.resume();
  await closed;
  const told = [...taken.matchAll(/^data: \{"done":(\d+)/gm)].map(([, done]) => Number(done));
  // The rest of them would not have fitted between the two.
  expect(told.length).toBeLessThan(15);
  expect(told.at(-1)).toBe(20);
});

test('a service that is told to stop ends its streams and opens no more', async () => {
  const reader = await follow('a');
  const since = performance.now();
  await app.close();
  expect(performance.now() - since).toBeLessThan(30_000);
  await until(reader.isOver);
  await expect(follow('a')).rejects.toThrow('ECONNREFUSED');
});
