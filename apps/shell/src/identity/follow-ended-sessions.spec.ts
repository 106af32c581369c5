import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { followEndedSessions } from './follow-ended-sessions.js';

const key = 'what services show each other, for tests';

describe('followEndedSessions', () => {
  let server: Server;
  let streams: ServerResponse[];
  let said: string[];
  let stop: () => void;
  let status: number;

  beforeEach(async () => {
    streams = [];
    said = [];
    status = 200;
    server = createServer((request, response) => {
      const isAllowed = request.headers.authorization === `Bearer ${key}`;
      response.writeHead(isAllowed ? status : 403).flushHeaders();
      if (status === 200) streams.push(response);
      else response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stop = followEndedSessions({
      upstream: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      key,
      follower: {
        hears: () => said.push('hears'),
        hearsNoMore: () => said.push('hears no more'),
        ended: (id) => said.push(`ended ${id}`),
        allEnded: () => said.push('all ended'),
      },
      lost: () => said.push('lost'),
      found: () => said.push('found'),
      retryAfter: 5,
      silence: 300,
    });
  });
  afterEach(() => {
    stop();
    server.closeAllConnections();
    server.close();
  });

  const until = async (isSo: () => boolean) => {
    for (let waited = 0; waited < 6000 && !isSo(); waited += 1) await wait(10);
    expect(said.concat(isSo() ? [] : ['(waited in vain)'])).toEqual(said);
  };
  const stream = async (count: number) => {
    await until(() => streams.length >= count);
    return streams[count - 1];
  };

  it('tells each line in turn, and that it hears once the first has come', async () => {
    const first = await stream(1);
    expect(said).toEqual([]);
    first?.write('{"alive":true}\n{"sessionId":"s1"}\n{"sess');
    first?.write('ionId":"s2"}\n{"all":true}\n');
    await until(() => said.length >= 4);
    expect(said).toEqual(['hears', 'ended s1', 'ended s2', 'all ended']);
  });

  it.each<[string, (response?: ServerResponse) => void]>([
    ['breaks off', (response) => response?.destroy()],
    ['ends', (response) => response?.end()],
    ['says what nobody understands', (response) => response?.write('{"what":1}\n')],
    ['falls silent', () => undefined],
  ])('comes back when the stream %s', async (_, happens) => {
    const first = await stream(1);
    first?.write('{"alive":true}\n');
    await until(() => said.includes('hears'));
    happens(first);
    const second = await stream(2);
    expect(said).toEqual(['hears', 'hears no more', 'lost']);
    second?.write('{"alive":true}\n');
    await until(() => said.includes('found'));
    expect(said.slice(3)).toEqual(['hears', 'found']);
  });

  it('says once that it cannot be had, however often it tries', async () => {
    const first = await stream(1);
    status = 503;
    first?.end();
    await until(() => said.filter((line) => line === 'hears no more').length >= 3);
    expect(said.filter((line) => line === 'lost')).toHaveLength(1);
  });
});
