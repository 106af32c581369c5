import { createHash, randomBytes } from 'node:crypto';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Forwarder } from './forward.js';
import { readHead } from './request-head.js';

const servers: Server[] = [];
const forwarders: Forwarder[] = [];

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A shell's way in front of one part: an origin that forwards everything to `upstream`. */
function before(upstream: string): Promise<string> {
  const forwarder = new Forwarder(upstream);
  forwarders.push(forwarder);
  return listen((request, response) => {
    const onward = { ...readHead(request.rawHeaders), identity: null, requestId: 'request-id-1' };
    forwarder.forward(request, response, onward, {
      failed: (error) => {
        response.writeHead(503);
        response.end(error.name);
      },
    });
  });
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await Promise.allSettled(forwarders.splice(0).map((forwarder) => forwarder.close()));
});

async function hashOf(stream: IncomingMessage): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

describe('Forwarder', () => {
  it('passes method, path, query, headers and status as they are', async () => {
    const origin = await before(
      await listen((request, response) => {
        response.writeHead(418, 'Teapot', { 'x-answer': 'yes', 'set-cookie': ['a=1', 'b=2'] });
        response.end(`${request.method} ${request.url} ${String(request.headers['x-asked'])}`);
      }),
    );
    const answer = await fetch(`${origin}/calendar/a%2Fb?q=%20x&q=2`, { headers: { 'x-asked': 'this' } });
    expect(answer.status).toBe(418);
    expect(answer.headers.get('x-answer')).toBe('yes');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(await answer.text()).toBe('GET /calendar/a%2Fb?q=%20x&q=2 this');
  });

  it('drops what only the shell may say, and what is between neighbours', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const origin = await before(
      await listen((request, response) => {
        seen.push(request.headers);
        response.end();
      }),
    );
    await new Promise((resolve, reject) => {
      ask(`${origin}/`, {
        headers: {
          'x-identity': 'forged',
          'x-request-id': 'forged-as-well',
          'x-forwarded-for': '203.0.113.9',
          connection: 'keep-alive, x-private',
          'x-private': '1',
          te: 'trailers',
        },
      })
        .on('response', resolve)
        .on('error', reject)
        .end();
    });
    expect(seen[0]).toMatchObject({
      'x-request-id': 'request-id-1',
      'x-forwarded-for': expect.stringMatching(/^(::ffff:)?127\.0\.0\.1$/),
    });
    expect(Object.keys(seen[0] ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(x-identity|x-private|te)$/)]),
    );
  });

  it('streams large bodies both ways', async () => {
    const sent = randomBytes(8 * 1024 * 1024);
    const origin = await before(
      await listen((request, response) => {
        request.pipe(response);
      }),
    );
    const answer = await fetch(`${origin}/`, { method: 'POST', body: sent });
    const received = Buffer.from(await answer.arrayBuffer());
    expect(received.equals(sent)).toBe(true);
  });

  it('does not take from the part what the client has not taken yet', async () => {
    const total = 256 * 1024 * 1024;
    let written = 0;
    const origin = await before(
      await listen((_request, response) => {
        const chunk = Buffer.alloc(1024 * 1024);
        const more = () => {
          while (written < total) {
            written += chunk.length;
            if (!response.write(chunk)) {
              response.once('drain', more);
              return;
            }
          }
          response.end();
        };
        more();
      }),
    );
    const response = await new Promise<IncomingMessage>((resolve) =>
      ask(`${origin}/`).on('response', resolve).end(),
    );
    response.pause();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(written).toBeLessThan(total / 4);
    response.destroy();
  });

  it('leaves room for others beside many streams of events', async () => {
    const origin = await before(
      await listen((request, response) => {
        if (request.url === '/stream') response.write('data: 1\n\n');
        else response.end('answered');
      }),
    );
    // As many as other requests have connections for, and more.
    const streams = await Promise.all(
      Array.from({ length: 80 }, () =>
        fetch(`${origin}/stream`, { headers: { accept: 'text/event-stream' } }),
      ),
    );
    expect(await (await fetch(origin)).text()).toBe('answered');
    for (const { body } of streams) await body?.cancel();
  });

  it('says so when the part cannot be reached', async () => {
    const origin = await before('http://127.0.0.1:9');
    const answer = await fetch(`${origin}/`);
    expect(answer.status).toBe(503);
  });

  it('cuts the answer off when the part dies in the middle of one', async () => {
    const origin = await before(
      await listen((_request, response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      }),
    );
    await expect(fetch(`${origin}/`).then((answer) => answer.text())).rejects.toThrow(/terminated/);
  });

  it('stops asking when the client goes away', async () => {
    let gone: () => void = () => undefined;
    const wentAway = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const origin = await before(
      await listen((_request, response) => {
        response.once('close', gone);
        response.write('first');
      }),
    );
    const client = ask(`${origin}/`).on('response', (response) => {
      response.once('data', () => client.destroy());
    });
    client.on('error', () => undefined).end();
    await wentAway;
  });

  it('lets a refusal through that comes before the whole upload was read', async () => {
    const origin = await before(
      await listen((request, response) => {
        request.once('data', () => {
          response.writeHead(413);
          response.end('too large');
          request.resume();
        });
      }),
    );
    const answer = await fetch(`${origin}/`, { method: 'POST', body: Buffer.alloc(20 * 1024 * 1024) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toBe('too large');
  });

  it('gives the same upload to the part, byte by byte', async () => {
    const sent = randomBytes(3 * 1024 * 1024 + 7);
    const origin = await before(
      await listen((request, response) => {
        void hashOf(request).then((hash) => response.end(hash));
      }),
    );
    const answer = await fetch(`${origin}/`, { method: 'PUT', body: sent });
    expect(await answer.text()).toBe(createHash('sha256').update(sent).digest('hex'));
  });
});
