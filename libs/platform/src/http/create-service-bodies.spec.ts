import { Agent } from 'node:http';
import {
  identity,
  publicUrl,
  sameOrigin,
  startTestService,
  type TestService,
} from './testing/test-service.js';

describe('what is sent to a service', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.stop());

  describe('a request that changes something', () => {
    const post = (headers: Record<string, string>) =>
      service.json('/things', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"a":1}',
      });

    it('is refused when it comes from another site', async () => {
      const others: Record<string, string>[] = [
        {},
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'https://elsewhere.example.org' },
      ];
      for (const headers of others) {
        const answer = await post(headers);
        expect([answer.status, answer.json['code']]).toEqual([403, 'forbidden']);
      }
    });

    it('is taken from our own pages, and from programs with a token', async () => {
      expect((await post(sameOrigin)).json).toEqual({ body: { a: 1 } });
      expect((await post({ origin: publicUrl })).status).toBe(201);
      const program = await identity(['person'], { via: 'api' });
      expect((await post({ 'x-identity': program, 'sec-fetch-site': 'cross-site' })).status).toBe(201);
      const browser = await identity(['person'], { via: 'session' });
      expect((await post({ 'x-identity': browser, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    });

    it.each([
      ['JSON', 'application/json', `"${'a'.repeat(1_100_000)}"`],
      ['a form', 'application/x-www-form-urlencoded', `a=${'a'.repeat(1_100_000)}`],
    ])('is 413 when %s is too large', async (_, type, body) => {
      const headers = { ...sameOrigin, 'content-type': type };
      const answer = await service.json('/things', { method: 'POST', headers, body });
      expect(answer.json).toMatchObject({ status: 413, code: 'too-large' });
    });

    it('is heard out when it is far too large, on a connection that goes on', async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const headers = { ...sameOrigin, 'content-type': 'application/json' };
      const body = Buffer.alloc(20 * 1024 * 1024, ' ');
      for (let time = 0; time < 3; time += 1) {
        const answer = await service.json('/things', { method: 'POST', headers, body, agent });
        expect(answer.json).toMatchObject({ status: 413, code: 'too-large' });
      }
      expect(Object.values(agent.freeSockets).flat()).toHaveLength(1);
      agent.destroy();
    });

    it.each([
      ['cut short', '{"a":'],
      ['meant to change every object', '{"__proto__":{"a":1}}'],
    ])('is 400 when its JSON is %s', async (_, body) => {
      const headers = { ...sameOrigin, 'content-type': 'application/json' };
      const answer = await service.json('/things', { method: 'POST', headers, body });
      expect(answer.json).toMatchObject({ status: 400, code: 'bad-request' });
    });

    it('is 415 when it is of a kind that nobody reads', async () => {
      const headers = { ...sameOrigin, 'content-type': 'application/xml' };
      expect((await service.json('/things', { method: 'POST', headers, body: '<a/>' })).json).toMatchObject({
        status: 415,
        code: 'unsupported-media-type',
      });
    });
  });

  describe('an upload', () => {
    const upload = (size: number, agent?: Agent) => {
      const boundary = '----tests';
      const body = Buffer.concat([
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n`),
        Buffer.from('Content-Type: text/csv\r\n\r\n'),
        Buffer.alloc(size, 'a'),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      const headers = { ...sameOrigin, 'content-type': `multipart/form-data; boundary=${boundary}` };
      return service.json('/upload', { method: 'POST', headers, body, ...(agent && { agent }) });
    };

    it('is read up to the limit', async () => {
      expect((await upload(100_000)).json).toEqual({ bytes: 100_000 });
    });

    it.each([100_001, 50_000_000])('of %p bytes is 413, and the connection goes on', async (size) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const refused = await upload(size, agent);
      expect(refused.json).toMatchObject({ status: 413, code: 'too-large' });
      const next = await service.json('/open', { agent });
      expect([next.status, next.localPort]).toEqual([200, refused.localPort]);
      agent.destroy();
    });
  });
});
