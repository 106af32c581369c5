import type pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TestBrowser, type Fields, type Visited } from './browsing.js';
import { addPerson, connect, exchange } from './sessions.js';
import { ask, linkFor, signInPath } from './signing-in.js';

let system: System;
let client: pg.Client;
beforeAll(async () => {
  system = await startSystem({ apps: ['shell', 'members', 'mailer'], mailbox: true, demo: true });
  client = await connect(system);
  await client.query(
    `INSERT INTO organisation_domains (domain, organisation_id)
     SELECT 'newcomers.example', id FROM organisations WHERE status = 'member' ORDER BY name LIMIT 1`,
  );
});
afterAll(async () => {
  await client.end();
  await system.stop();
});
// Each test begins as if nobody had asked for anything.
beforeEach(() => client.query('DELETE FROM limits'));

let people = 0;
async function someone(isVerified = true) {
  people += 1;
  const address = `person-${people}@example.org`;
  return { id: await addPerson(client, { name: `Person ${people}`, address, isVerified }), address };
}

async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await client.query(sql, [...values])).rows as Row[];
}

const stateOf = async (secret: string | undefined) =>
  (await exchange(system, { session: secret ?? 'none' })).state;

describe('a known and an unknown address', () => {
  const written = async () =>
    (
      await rows<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM sign_in_requests) AS requests,
                (SELECT count(*)::int FROM outbox WHERE type = 'members.sign-in-asked.v1') AS messages,
                (SELECT count(*)::int FROM limits) AS limits,
                (SELECT count(*)::int FROM audit_entries) AS audit,
                (SELECT count(*)::int FROM sessions) AS sessions,
                (SELECT count(*)::int FROM people) AS people`,
      )
    )[0] ?? {};

  /** All that tells one answer from another, but for what differs between any two. */
  const shapeOf = ({ status, headers, html, location }: Visited, address: string) => ({
    status,
    location,
    headers: [...headers]
      .filter(([name]) => !['date', 'x-request-id', 'content-length'].includes(name))
      .map(([name, value]) => [name, value.replaceAll(/signing-in=[\w-]{43};/g, 'signing-in=…;')]),
    html: html
      .replaceAll(address, '…')
      .replaceAll(encodeURIComponent(address), '…')
      .replaceAll(/[A-Z\d]{3} [A-Z\d]{3}/g, '…'),
  });

  async function askedFor(address: string) {
    await client.query('DELETE FROM limits');
    const before = await written();
    const browser = new TestBrowser(system);
    const answer = await browser.post(signInPath, { address });
    const after = await written();
    const page = await browser.get(`${signInPath}/asked`);
    return {
      answer: shapeOf(answer, address),
      page: shapeOf(page, address),
      state: (await browser.get(`${signInPath}/asked/state`)).html,
      written: Object.fromEntries(
        Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]),
      ),
    };
  }

  it('get the same answer, and bring about the same work', async () => {
    const known = await askedFor((await someone()).address);
    expect(known.answer.status).toBe(303);
    expect(known.written).toEqual({ requests: 1, messages: 1, limits: 3, audit: 0, sessions: 0, people: 0 });
    for (const address of [
      (await someone(false)).address,
      'somebody@newcomers.example',
      'nobody@example.com',
      'nobody-at-all-with-a-long-name@unknown.example',
    ]) {
      expect(await askedFor(address)).toEqual(known);
    }
  });

  it('get the same answer when a mail was sent and when the limit kept it back', async () => {
    const { address } = await someone();
    const first = shapeOf(await new TestBrowser(system).post(signInPath, { address }), address);
    for (let times = 0; times < 6; times += 1) {
      expect(shapeOf(await new TestBrowser(system).post(signInPath, { address }), address)).toEqual(first);
    }
  });

  it('differ in what is mailed alone', async () => {
    await new TestBrowser(system).post(signInPath, { address: 'nobody@example.com' });
    const { address } = await someone();
    await ask(system, address);
    const newcomer = await ask(system, 'other@newcomers.example');
    expect(newcomer.link).toContain(signInPath);
    const mailed = system.mailbox.all().flatMap(({ to }) => to);
    expect(mailed).toContain(address);
    expect(mailed).not.toContain('nobody@example.com');
  });
});

describe('session fixation', () => {
  it('gains nothing: the session after signing in is a new one, and a planted one ends', async () => {
    const [victim, attacker] = [await someone(), await someone()];
    const own = await ask(system, attacker.address);
    await own.browser.post(own.link);
    const planted = own.browser.cookies.get('session') ?? '';
    for (const value of [planted, 'x'.repeat(43)]) {
      const asked = await ask(system, victim.address);
      asked.browser.cookies.set('session', value);
      await asked.browser.post(asked.link);
      const secret = asked.browser.cookies.get('session');
      expect(secret).not.toBe(value);
      expect(await stateOf(secret)).toBe('signed-in');
      expect(await stateOf(value)).toBe('unknown');
    }
  });

  it('gains nothing by planting what marks the asking browser', async () => {
    const victim = await someone();
    const attacker = new TestBrowser(system);
    await attacker.post(signInPath, { address: victim.address });
    const link = await linkFor(system, victim.address);
    const browser = new TestBrowser(system);
    browser.cookies.set('signing-in', attacker.cookies.get('signing-in') ?? '');
    await browser.post(link);
    expect(await stateOf(browser.cookies.get('session'))).toBe('signed-in');
    for (const press of [attacker.post(`${signInPath}/asked`), attacker.post(link)]) await press;
    expect(attacker.cookies.has('session')).toBe(false);
  });

  it('does not sign anybody in as the attacker by a link of theirs', async () => {
    const { link } = await ask(system, (await someone()).address);
    const victim = new TestBrowser(system);
    expect((await victim.post(link)).status).toBe(422);
    expect(victim.cookies.has('session')).toBe(false);
  });
});

describe('a form from another site', () => {
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling of ours', { 'sec-fetch-site': 'same-site' }],
    ['another origin, from an old browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
    ['nowhere that it says', { 'sec-fetch-site': '' }],
  ])('is refused when it comes from %s', async (_, headers) => {
    const { address } = await someone();
    const { browser, link, code } = await ask(system, address);
    const before = await rows('SELECT count(*) FROM sign_in_requests');
    const forms: readonly (readonly [string, Fields])[] = [
      [signInPath, { address }],
      [link, { code }],
      [`${signInPath}/asked`, {}],
      [`${signInPath}/own-record`, { name: 'A', role: 'officer' }],
      ['/members/sign-out', {}],
      ['/members/account/tokens/new', {}],
      ['/members/account/sessions/end-others', {}],
    ];
    for (const [path, fields] of forms) {
      expect([path, (await browser.post(path, fields, headers)).status]).toEqual([path, 403]);
    }
    expect(await rows('SELECT count(*) FROM sign_in_requests')).toEqual(before);
    expect((await browser.get(link)).status).toBe(200);
  });
});

describe('the return address', () => {
  const hostile = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'HTTPS://evil.example/calendar',
    'javascript:alert(1)',
    'data:text/html,hello',
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0001//evil.example',
    '/.//evil.example',
    '/%2e//evil.example',
    'calendar',
    '@evil.example',
    '/\r\nSet-Cookie: session=planted',
  ];

  it.each(hostile)('%j leads home', async (path) => {
    const page = await new TestBrowser(system).get(`${signInPath}?return=${encodeURIComponent(path)}`);
    expect(/name="return" value="([^"]*)"/.exec(page.html)?.[1]).toBe('/');
    const { address } = await someone();
    const { browser, link } = await ask(system, address, { returnPath: path });
    const pressed = await browser.post(link);
    expect([pressed.status, pressed.location]).toEqual([303, '/']);
    expect(pressed.headers.getSetCookie().some((line) => line.includes('planted'))).toBe(false);
  });

  it('that was encoded twice stays a path of ours', async () => {
    const { address } = await someone();
    const { browser, link } = await ask(system, address, { returnPath: '/%2F%2Fevil.example' });
    expect((await browser.post(link)).location).toBe('/%2F%2Fevil.example');
  });
});

describe('an address that would bring headers of its own', () => {
  it.each([
    'victim@example.org\r\nBcc: evil@example.com',
    'victim@example.org\nBcc: evil@example.com',
    'victim@example.org\rSubject: hello',
    'victim@example.org%0d%0aBcc:evil@example.com',
    'victim@example.org,evil@example.com',
    'victim@example.org;evil@example.com',
    'victim@example.org evil@example.com',
    'Evil <victim@example.org>',
    '"Evil" <victim@example.org>',
    '<victim@example.org>',
    'victim@example.org@evil.example',
    'victim@example.org\u2028Bcc: evil@example.com',
    '"a b"@example.org',
    'victim@[127.0.0.1]',
    'victim(comment)@example.org',
    'victim',
    '@example.org',
    `${'a'.repeat(250)}@example.org`,
    '',
  ])('is refused: %j', async (address) => {
    const before = await rows('SELECT count(*) FROM sign_in_requests');
    const answer = await new TestBrowser(system).post(signInPath, { address });
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await rows('SELECT count(*) FROM sign_in_requests')).toEqual(before);
  });

  it('is refused when it is given twice, or as something else', async () => {
    for (const fields of [
      { address: ['no address', 'b@example.org'] },
      { 'address[]': 'a@example.org' },
      {},
    ]) {
      expect((await new TestBrowser(system).post(signInPath, fields as Fields)).status).toBe(422);
    }
  });

  it('names one recipient alone in the mail', async () => {
    const address = "o'neil+tag=a%b@example.org";
    await addPerson(client, { name: 'Evil, "One" <evil@example.com>', address });
    await new TestBrowser(system).post(signInPath, { address });
    const mail = await system.mailbox.waitFor(address);
    expect(mail.to).toEqual([address]);
    for (const name of ['cc', 'bcc', 'reply-to']) expect(mail.header(name)).toBeUndefined();
  });
});

describe('more than a form asks for', () => {
  const more = {
    roles: 'admin',
    role: 'officer',
    'roles[]': 'admin',
    grants: 'admin',
    isStaff: 'true',
    isBookingContact: 'true',
    'affiliation.isBookingContact': 'true',
    organisationId: '00000000-0000-7000-8000-000000000000',
    personId: '00000000-0000-7000-8000-000000000000',
    id: '00000000-0000-7000-8000-000000000000',
    email: 'evil@example.com',
    verifiedAt: '2026-01-01T00:00:00Z',
    maySend: 'true',
    approvedAt: '2026-01-01T00:00:00Z',
    __proto__: 'x',
    'constructor.prototype.roles': 'admin',
  };

  it('changes nothing when somebody asks, presses or makes a record', async () => {
    const address = 'mass@newcomers.example';
    const browser = new TestBrowser(system);
    await browser.post(signInPath, { ...more, address });
    const [request] = await rows('SELECT approved_at, used_at FROM sign_in_requests WHERE address = $1', [
      address,
    ]);
    expect(request).toEqual({ approved_at: null, used_at: null });
    await browser.post(await linkFor(system, address), more);
    expect((await browser.post(`${signInPath}/own-record`, { ...more, name: 'Mass' })).status).toBe(303);
    const found = await rows(
      `SELECT p.name, a.role, a.is_booking_contact, o.id = d.organisation_id AS own,
              (SELECT count(*)::int FROM grants g WHERE g.person_id = p.id) AS grants,
              (SELECT count(*)::int FROM emails e WHERE e.person_id = p.id) AS emails
       FROM emails e JOIN people p ON p.id = e.person_id JOIN affiliations a ON a.person_id = p.id
       JOIN organisations o ON o.id = a.organisation_id
       JOIN organisation_domains d ON d.domain = 'newcomers.example' WHERE e.address = $1`,
      [address],
    );
    expect(found).toEqual([
      { name: 'Mass', role: 'officer', is_booking_contact: false, own: true, grants: 0, emails: 1 },
    ]);
    const answer = await exchange(system, { session: browser.cookies.get('session') ?? '' });
    const token = answer.state === 'signed-in' ? (answer.tokens['members'] ?? '') : '';
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      roles: string[];
    };
    expect(claims.roles).toEqual(['person']);
  });
});

describe('a link that was made up', () => {
  it.each(['x', 'a'.repeat(43), '..%2f..', '%00', 'asked%2F', "'; DROP TABLE sessions; --"])(
    '%j is over',
    async (token) => {
      const browser = new TestBrowser(system);
      const path = `${signInPath}/${encodeURIComponent(token)}`;
      expect((await browser.get(path)).status).toBe(410);
      expect((await browser.post(path)).status).toBe(410);
    },
  );

  it('of more characters than any is not looked for', async () => {
    expect(
      (await new TestBrowser(system).get(`${signInPath}/${'a'.repeat(600)}`)).status,
    ).toBeGreaterThanOrEqual(400);
  });
});
