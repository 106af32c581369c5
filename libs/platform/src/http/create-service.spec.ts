import {
  access,
  identity,
  internalKey,
  made,
  makeTestService,
  publicUrl,
  sameOrigin,
  startTestService,
  type TestService,
} from './testing/test-service.js';

describe('createService', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService();
  });
  afterAll(() => service.stop());

  describe('the access table', () => {
    it('keeps a service with a route that it does not name from starting', async () => {
      const { 'GET /staff': _, ...table } = access;
      await expect(makeTestService(table)).rejects.toThrow('tests: GET /staff is not in the access table');
    });

    it('keeps a service from starting when it names a route that is none', async () => {
      const table = { ...access, 'GET /gone': 'everyone' } as const;
      await expect(makeTestService(table)).rejects.toThrow(
        'tests: GET /gone is in the access table but is no route',
      );
    });

    it('lets in who has the role, and nobody else', async () => {
      const visitor = await service.json('/staff');
      expect([visitor.status, visitor.json['code']]).toEqual([403, 'sign-in-needed']);
      const person = await service.json('/staff', { headers: { 'x-identity': await identity(['person']) } });
      expect([person.status, person.json['code']]).toEqual([403, 'forbidden']);
      const staff = await service.json('/staff', {
        headers: { 'x-identity': await identity(['person', 'staff']) },
      });
      expect([staff.status, staff.json]).toEqual([200, { name: 'Ada Example' }]);
    });

    it('lets services in by their key, wherever their request comes from, and nobody else', async () => {
      const ask = (headers: Record<string, string>) =>
        service.ask('/internal/things', { method: 'POST', headers });
      const key = `Bearer ${internalKey}`;
      expect((await ask({ authorization: key })).status).toBe(201);
      const others: Record<string, string>[] = [
        {},
        { authorization: `${key}x` },
        { authorization: 'Bearer ' },
        { authorization: '' },
      ];
      for (const headers of others) {
        expect((await ask({ ...headers, ...sameOrigin })).status).toBe(403);
      }
      const admin = await identity(['person', 'staff', 'admin']);
      expect((await ask({ 'x-identity': admin, ...sameOrigin })).status).toBe(403);
    });

    it('keeps a service with routes for services from starting where there is no key', async () => {
      await expect(makeTestService(access, [], null)).rejects.toThrow('they need INTERNAL_KEY');
    });

    it.each([
      ['by-link', 403],
      ['from-anywhere', 201],
    ])('looks at nobody who comes %s, and answers what another site sends with %p', async (way, foreign) => {
      const send = (headers: Record<string, string>) =>
        service.json(`/${way}/secret`, { method: 'POST', headers });
      const everyone = { 'x-identity': await identity(['person', 'staff']) };
      const broken = { 'x-identity': 'a.token.of-nobody' };
      const own: Record<string, string>[] = [{}, everyone, broken, sameOrigin, { origin: publicUrl }];
      for (const headers of own) {
        const { status, json } = await send(headers);
        expect([status, json]).toEqual([201, { name: 'Visitor' }]);
      }
      const others: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site', ...everyone },
        { origin: 'https://elsewhere.example.org' },
        { origin: 'null' },
      ];
      for (const headers of others) expect((await send(headers)).status).toBe(foreign);
    });

    it('lets a token that may only read change nothing', async () => {
      const token = await identity(['person', 'staff'], { access: 'read', via: 'api' });
      const headers = { 'x-identity': token };
      expect((await service.json('/staff', { headers })).status).toBe(200);
      const change = await service.json('/things', { method: 'POST', headers });
      expect([change.status, change.json['code']]).toEqual([403, 'read-only']);
    });

    it('does not make a visitor of somebody with a token that is not to be believed', async () => {
      const answer = await service.json('/open', { headers: { 'x-identity': 'rubbish' } });
      expect([answer.status, answer.json['code']]).toEqual([403, 'identity-refused']);
    });
  });

  describe('while members cannot say who is asking', () => {
    const headers = { 'x-identity': 'unavailable' };

    it('shows what everybody may see', async () => {
      expect((await service.json('/open', { headers })).status).toBe(200);
      expect((await service.ask('/kept', { headers })).status).toBe(200);
    });

    it.each(['/staff', '/members-only'])('says so at %s, and when to come back', async (path) => {
      const program = await service.json(path, { headers });
      expect([program.status, program.json['code']]).toEqual([503, 'identity-unavailable']);
      const page = await service.ask(path, { headers: { ...headers, accept: 'text/html' } });
      expect([page.status, page.headers['retry-after']]).toEqual([503, '30']);
      expect(page.bytes.toString()).toContain('We cannot confirm who you are at the moment');
    });

    it('does not say so where there is nothing at all', async () => {
      expect((await service.json('/nowhere', { headers })).status).toBe(404);
      expect((await service.json('/members-only')).status).toBe(404);
    });
  });

  it('gives a kept answer to a signed-in reader once their token was verified', async () => {
    const headers = { 'x-identity': await identity(['person'], { boards: ['oversight'] }) };
    await service.ask('/kept', { headers });
    made.count = 0;
    expect((await service.ask('/kept', { headers })).status).toBe(200);
    expect(made.count).toBe(0);
    const other = { 'x-identity': await identity(['person'], { boards: ['policy'] }) };
    await service.ask('/kept', { headers: other });
    expect(made.count).toBe(1);
  });

  describe('an error', () => {
    it('is a page to people and problem+json to programs, with the same words', async () => {
      const page = await service.ask('/conflict', { headers: { accept: 'text/html,application/xhtml+xml' } });
      expect([page.status, page.headers['content-type']]).toEqual([409, 'text/html; charset=utf-8']);
      expect(page.bytes.toString()).toContain('Somebody changed it.');
      const program = await service.json('/conflict');
      expect([program.status, program.headers['content-type']]).toEqual([
        409,
        'application/problem+json; charset=utf-8',
      ]);
      expect(program.json).toMatchObject({ code: 'stale', status: 409, detail: 'Somebody changed it.' });
    });

    it('that nobody foresaw hides what happened, and gives the request id that the log has', async () => {
      service.forgetLog();
      const answer = await service.json('/broken');
      expect(answer.status).toBe(500);
      expect(answer.bytes.toString()).not.toContain('hunter2');
      const id = answer.json['requestId'];
      expect(id).toBe(answer.headers['x-request-id']);
      const error = (await service.logged()).find(({ level }) => level === 'error');
      expect(error).toMatchObject({ reqId: id, err: { message: 'password=hunter2' } });
      const page = await service.ask('/broken', { headers: { accept: 'text/html' } });
      expect(page.bytes.toString()).not.toContain('hunter2');
      expect(page.bytes.toString()).toContain(page.headers['x-request-id']);
    });

    it('is ours, too, where the framework cannot read the address, and does not repeat that', async () => {
      const program = await service.json('/open/%ff');
      expect([program.status, program.headers['content-type']]).toEqual([
        400,
        'application/problem+json; charset=utf-8',
      ]);
      expect(program.json).toMatchObject({ code: 'bad-request', requestId: program.headers['x-request-id'] });
      const page = await service.ask('/open/%ff', { headers: { accept: 'text/html' } });
      expect([page.status, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.bytes.toString()).not.toContain('%ff');
    });

    it('is 404 where nothing is, whatever the method', async () => {
      expect((await service.json('/nowhere')).json).toMatchObject({ status: 404, code: 'not-found' });
      expect((await service.json('/nowhere', { method: 'POST', headers: sameOrigin })).status).toBe(404);
      expect((await service.json('/open', { method: 'DELETE', headers: sameOrigin })).status).toBe(404);
    });
  });

  describe('the request id', () => {
    it('is the shell’s where it gives one', async () => {
      service.forgetLog();
      const answer = await service.ask('/open', { headers: { 'x-request-id': '01234567-abcd' } });
      expect(answer.headers['x-request-id']).toBe('01234567-abcd');
      expect(await service.logged()).toMatchObject([{ reqId: '01234567-abcd', route: '/open', status: 200 }]);
    });

    it.each([undefined, 'short', 'with spaces in it', 'x'.repeat(65), 'quotes"in"it'])(
      'is a new one instead of %p',
      async (given) => {
        const headers: Record<string, string> = given === undefined ? {} : { 'x-request-id': given };
        const answer = await service.ask('/open', { headers });
        expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      },
    );
  });

  it('says on every answer how browsers are to treat it', async () => {
    await service.ask('/kept');
    const answers = await Promise.all([
      service.ask('/open'),
      service.ask('/conflict'),
      service.ask('/broken'),
      service.ask('/staff'),
      service.ask('/nowhere'),
      service.ask('/things', { method: 'POST' }),
      service.ask('/kept'),
      service.ask('/kept', { headers: { 'if-none-match': '*' } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 500, 403, 404, 403, 200, 304]);
    for (const { headers } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-request-id']).toBeDefined();
    }
    for (const { headers } of answers.slice(0, 6)) {
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['strict-transport-security']).toBe('max-age=31536000');
    }
  });

  it('gives a kept answer without making it again, and logs it by its route', async () => {
    await service.ask('/kept');
    made.count = 0;
    service.forgetLog();
    const answer = await service.ask('/kept', { headers: { 'x-request-id': 'from-shell-1' } });
    expect([made.count, answer.headers['x-request-id']]).toEqual([0, 'from-shell-1']);
    expect(await service.logged()).toMatchObject([
      { reqId: 'from-shell-1', method: 'GET', route: '/kept', status: 200 },
    ]);
  });
});
