import type pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TestBrowser, textOf } from './browsing.js';
import { addPerson, connect, exchange } from './sessions.js';
import { allHandled, ask, codeOn, linkFor, signIn, signInPath } from './signing-in.js';

let system: System;
let client: pg.Client;
beforeAll(async () => {
  system = await startSystem({ apps: ['shell', 'members', 'mailer'], mailbox: true, demo: true });
  client = await connect(system);
});
afterAll(async () => {
  await client.end();
  await system.stop();
});

let people = 0;
/** Somebody new, each with an address of their own. */
async function someone(values: { name?: string; isVerified?: boolean } = {}) {
  people += 1;
  const address = `person-${people}@example.org`;
  const name = values.name ?? `Person ${people}`;
  return { id: await addPerson(client, { name, address, ...values }), name, address };
}

const isSignedIn = async (browser: TestBrowser) =>
  (await exchange(system, { session: browser.cookies.get('session') ?? 'none' })).state === 'signed-in';

async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await client.query(sql, [...values])).rows as Row[];
}

describe('signing in where one asked', () => {
  it('takes an address, a mail and one press, and leads back to where one came from', async () => {
    const { address, id, name } = await someone();
    const { browser, link } = await ask(system, address, { returnPath: '/calendar?page=2' });
    const page = await browser.get(link);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain(`You are about to sign in with ${address}`);
    const pressed = await browser.post(link);
    expect([pressed.status, pressed.location]).toEqual([303, '/calendar?page=2']);
    expect(textOf((await browser.get('/members')).html)).toContain(`Signed in as ${name}.`);
    const answer = await exchange(system, { session: browser.cookies.get('session') ?? '' });
    expect(answer.state).toBe('signed-in');
    const [audited] = await rows(
      `SELECT actor_id, subject_id, details FROM audit_entries WHERE act = 'signed-in' AND actor_id = $1`,
      [id],
    );
    expect(audited).toMatchObject({ actor_id: id, subject_id: id, details: { network: 'this computer' } });
  });

  it('gives the cookie to nobody but this site', async () => {
    const { address } = await someone();
    const { browser, link } = await ask(system, address);
    const cookies = (await browser.post(link)).headers.getSetCookie();
    expect(cookies.find((line) => line.startsWith('session='))).toMatch(
      /^session=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/,
    );
    expect(cookies.some((line) => /^signing-in=; .*Max-Age=0/.test(line))).toBe(true);
  });

  it('keeps no page of it anywhere', async () => {
    const { browser, link } = await ask(system, (await someone()).address);
    for (const path of [signInPath, `${signInPath}/asked`, link]) {
      const { headers } = await browser.get(path);
      expect(headers.get('cache-control')).toBe('private, no-store');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });

  it('is not done by opening the link, however often', async () => {
    const { browser, link } = await ask(system, (await someone()).address);
    for (let times = 0; times < 3; times += 1) {
      const { headers } = await browser.get(link);
      expect(headers.getSetCookie()).toEqual([]);
    }
    // As programs do that look through mail.
    await new TestBrowser(system).get(link);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await browser.post(link)).status).toBe(303);
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('works once', async () => {
    const { address } = await someone();
    const { browser, link, code } = await ask(system, address);
    const thief = browser.copy(system);
    await browser.post(link);
    for (const again of [
      await browser.get(link),
      await browser.post(link),
      await thief.post(link, { code }),
      await new TestBrowser(system).post(link, { code, where: 'here' }),
    ]) {
      expect(again.status).toBe(410);
      expect(textOf(again.html)).toContain('This link cannot be used any more');
      expect(again.html).toContain(`/members/sign-in?address=${encodeURIComponent(address)}`);
    }
    expect(await isSignedIn(thief)).toBe(false);
    expect((await thief.post(`${signInPath}/asked`)).location).toBe(`${signInPath}/asked`);
    expect(await isSignedIn(thief)).toBe(false);
  });

  it('works once, even when pressed twice at the same moment', async () => {
    const { address, id } = await someone();
    const { browser, link } = await ask(system, address);
    const presses = await Promise.all([1, 2, 3, 4].map(() => browser.copy(system).post(link)));
    expect(presses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410, 410, 410]);
    expect(await rows('SELECT 1 FROM sessions WHERE person_id = $1', [id])).toHaveLength(1);
  });

  it('works for 15 minutes', async () => {
    const { address } = await someone();
    const { browser, link } = await ask(system, address);
    await client.query(`UPDATE sign_in_requests SET expires_at = now() WHERE address = $1`, [address]);
    expect((await browser.get(link)).status).toBe(410);
    expect((await browser.post(link)).status).toBe(410);
    expect(textOf((await browser.get(`${signInPath}/asked`)).html)).toContain('The link is over');
    expect(await isSignedIn(browser)).toBe(false);
    const [request] = await rows<{ minutes: number }>(
      `SELECT extract(epoch FROM expires_at - asked_at)::float / 60 AS minutes FROM sign_in_requests
       WHERE expires_at > now() LIMIT 1`,
    );
    expect(request?.minutes).toBe(15);
  });

  it('with another link leaves the earlier one alone', async () => {
    const { address } = await someone();
    const first = await ask(system, address);
    const second = await ask(system, address);
    expect((await second.browser.post(second.link)).status).toBe(303);
    expect((await first.browser.post(first.link)).status).toBe(303);
  });

  it('verifies an address that was not', async () => {
    const { address, id } = await someone({ isVerified: false });
    await signIn(system, address.toUpperCase().toLowerCase());
    const verified = () =>
      rows('SELECT 1 FROM emails WHERE address = $1 AND verified_at IS NOT NULL', [address]);
    expect(await verified()).toHaveLength(1);
    expect(await rows('SELECT 1 FROM outbox WHERE aggregate_id = $1', [id])).toHaveLength(1);
  });

  it('takes the place of whoever was signed in there', async () => {
    const [one, two] = [await someone(), await someone()];
    const browser = await signIn(system, one.address);
    const before = browser.copy(system);
    const answer = await browser.post(signInPath, { address: two.address });
    expect(answer.location).toBe(`${signInPath}/asked`);
    await browser.post(await linkFor(system, two.address));
    expect(await isSignedIn(before)).toBe(false);
    expect(await isSignedIn(browser)).toBe(true);
  });
});

describe('signing in on another device', () => {
  const phone = {
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1',
  };

  it('takes the code that the asking browser shows, and tells who asked', async () => {
    const { browser, link, code } = await ask(system, (await someone()).address);
    const other = new TestBrowser(system, phone);
    const page = textOf((await other.get(link)).html);
    expect(page).toContain('Firefox on Linux, from this computer');
    expect(page).not.toContain(code);
    const pressed = await other.post(link, { code: code.toLowerCase().replace(' ', '-'), where: 'here' });
    expect(pressed.status).toBe(303);
    expect(await isSignedIn(other)).toBe(true);
    expect(await isSignedIn(browser)).toBe(false);
    expect(textOf((await browser.get(`${signInPath}/asked`)).html)).toContain(
      'The link was used on another device',
    );
  });

  it('can let the asking browser in instead, which goes on by a press', async () => {
    const { browser, link, code } = await ask(system, (await someone()).address, { returnPath: '/calendar' });
    const state = async () => (await browser.get(`${signInPath}/asked/state`)).html;
    expect(JSON.parse(await state())).toMatchObject({ isRunning: true });
    expect((await browser.post(`${signInPath}/asked`)).location).toBe(`${signInPath}/asked`);
    const other = new TestBrowser(system, phone);
    const pressed = await other.post(link, { code, where: 'there' });
    expect(textOf(pressed.html)).toContain('Go on at the other device');
    expect(await isSignedIn(other)).toBe(false);
    expect(await isSignedIn(browser)).toBe(false);
    expect(JSON.parse(await state())).toMatchObject({ isRunning: false });
    expect(textOf((await browser.get(`${signInPath}/asked`)).html)).toContain('You can go on here');
    expect((await browser.post(`${signInPath}/asked`)).location).toBe('/calendar');
    expect(await isSignedIn(browser)).toBe(true);
    // The press on the other device was all that it could do.
    expect((await other.post(`${signInPath}/asked`)).location).toBe(`${signInPath}/asked`);
    expect(await isSignedIn(other)).toBe(false);
  });

  it('lets the asking browser go on for half an hour', async () => {
    const { address } = await someone();
    const { browser, link, code } = await ask(system, address);
    await new TestBrowser(system).post(link, { code, where: 'there' });
    await client.query(
      `UPDATE sign_in_requests SET approved_at = now() - interval '30 minutes' WHERE address = $1`,
      [address],
    );
    await browser.post(`${signInPath}/asked`);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('is refused without the code, or with one of another request', async () => {
    const mine = await ask(system, (await someone()).address);
    const other = await ask(system, (await someone()).address);
    const without = await other.browser.post(mine.link);
    expect(without.status).toBe(422);
    expect(textOf(without.html)).toContain('Enter the code that the other device shows');
    expect((await other.browser.post(mine.link, { code: other.code })).status).toBe(422);
    expect(await isSignedIn(other.browser)).toBe(false);
  });

  it('bears four wrong codes; the fifth ends the link, for the asking browser too', async () => {
    const { browser, link, code } = await ask(system, (await someone()).address);
    const other = new TestBrowser(system);
    for (const left of ['4 more times', '3 more times', '2 more times', 'once more']) {
      const refused = await other.post(link, { code: 'BBBBBB' });
      expect([refused.status, textOf(refused.html).includes(`you can try ${left}`)]).toEqual([422, true]);
    }
    expect((await other.post(link, { code: 'BBBBBB' })).status).toBe(410);
    expect((await other.post(link, { code })).status).toBe(410);
    expect((await browser.post(link)).status).toBe(410);
    const [audited] = await rows<{ details: object }>(
      `SELECT details FROM audit_entries WHERE act = 'sign-in-refused' ORDER BY at DESC LIMIT 1`,
    );
    expect(audited?.details).toEqual({ why: 'too many wrong codes' });
  });

  it('counts every wrong code, also those tried at the same moment', async () => {
    const { link, code } = await ask(system, (await someone()).address);
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        new TestBrowser(system).post(link, { code: `BBBBB${index + 2}` }),
      ),
    );
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(4);
    expect((await new TestBrowser(system).post(link, { code })).status).toBe(410);
  });
});

describe('a newcomer from a member organisation', () => {
  let newcomers = 0;
  const newcomer = async () => {
    newcomers += 1;
    const [organisation] = await rows<{ id: string; name: string }>(
      `SELECT id, name FROM organisations WHERE name = 'Rochdale Metropolitan Borough Council'`,
    );
    await client.query(
      `INSERT INTO organisation_domains (domain, organisation_id) VALUES ('newcomers.example', $1) ON CONFLICT DO NOTHING`,
      [organisation?.id],
    );
    return { address: `nell-${newcomers}@newcomers.example`, organisation };
  };
  const own = {
    name: 'Nell Newcomer',
    preferredName: 'Nelly',
    pronouns: 'she/her',
    role: 'officer',
    jobTitle: 'Clerk',
  };

  it('makes a record of their own, and is signed in', async () => {
    const { address, organisation } = await newcomer();
    const { browser, link } = await ask(system, address, { returnPath: '/calendar' });
    expect((await browser.post(link)).location).toBe(`${signInPath}/own-record`);
    expect(await isSignedIn(browser)).toBe(false);
    const page = textOf((await browser.get(`${signInPath}/own-record`)).html);
    expect(page).toContain(`${address} is an address of ${organisation?.name}`);
    expect((await browser.post(`${signInPath}/own-record`, own)).location).toBe('/calendar');
    expect(await isSignedIn(browser)).toBe(true);
    const [person] = await rows(
      `SELECT p.name, p.preferred_name, p.pronouns, p.job_title, e.verified_at IS NOT NULL AS verified, a.role,
              a.organisation_id, a.is_booking_contact, (SELECT count(*)::int FROM grants g WHERE g.person_id = p.id) AS grants
       FROM emails e JOIN people p ON p.id = e.person_id JOIN affiliations a ON a.person_id = p.id WHERE e.address = $1`,
      [address],
    );
    expect(person).toEqual({
      name: 'Nell Newcomer',
      preferred_name: 'Nelly',
      pronouns: 'she/her',
      job_title: 'Clerk',
      verified: true,
      role: 'officer',
      organisation_id: organisation?.id,
      is_booking_contact: false,
      grants: 0,
    });
    // From now on they are known.
    await signIn(system, address);
  });

  it('makes no record without having pressed a link that was sent to them', async () => {
    const { address } = await newcomer();
    const { browser } = await ask(system, address);
    for (const visitor of [browser, new TestBrowser(system)]) {
      expect((await visitor.get(`${signInPath}/own-record`)).status).toBe(410);
      expect((await visitor.post(`${signInPath}/own-record`, own)).status).toBe(410);
    }
    expect(await rows('SELECT 1 FROM emails WHERE address = $1', [address])).toEqual([]);
  });

  it('makes one record, however often the form is sent', async () => {
    const { address } = await newcomer();
    const { browser, link } = await ask(system, address);
    await browser.post(link);
    const presses = await Promise.all(
      [1, 2, 3].map(() => browser.copy(system).post(`${signInPath}/own-record`, own)),
    );
    expect(presses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 410, 410]);
    expect(await rows('SELECT 1 FROM emails WHERE address = $1', [address])).toHaveLength(1);
  });

  it('is told what is missing, and can go on', async () => {
    const { address } = await newcomer();
    const { browser, link, code } = await ask(system, address);
    const other = new TestBrowser(system);
    await other.post(link, { code });
    const refused = await other.post(`${signInPath}/own-record`, { ...own, name: ' ', role: 'staff' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('Enter your name.');
    expect(textOf(refused.html)).toContain('Choose what you are there.');
    expect(refused.html).toContain('value="Clerk"');
    expect((await other.post(`${signInPath}/own-record`, own)).status).toBe(303);
    expect(await isSignedIn(other)).toBe(true);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it('is let in from another device, too', async () => {
    const { address } = await newcomer();
    const { browser, link, code } = await ask(system, address);
    await new TestBrowser(system).post(link, { code, where: 'there' });
    expect((await browser.post(`${signInPath}/asked`)).location).toBe(`${signInPath}/own-record`);
    expect((await browser.post(`${signInPath}/own-record`, own)).status).toBe(303);
  });

  it('gets no mail when the organisation is no member any more', async () => {
    const { address, organisation } = await newcomer();
    const [before] = await rows<{ status: string }>('SELECT status FROM organisations WHERE id = $1', [
      organisation?.id,
    ]);
    await client.query(`UPDATE organisations SET status = 'left' WHERE id = $1`, [organisation?.id]);
    await new TestBrowser(system).post(signInPath, { address });
    await allHandled(client);
    await client.query('UPDATE organisations SET status = $2 WHERE id = $1', [
      organisation?.id,
      before?.status,
    ]);
    expect(
      await rows('SELECT 1 FROM sign_in_requests WHERE address = $1 AND link_hash IS NOT NULL', [address]),
    ).toEqual([]);
  });
});

describe('signing out', () => {
  it('ends the session at once, here and for a thief of the cookie', async () => {
    const { address, id } = await someone();
    const browser = await signIn(system, address);
    const thief = browser.copy(system);
    const answer = await browser.post('/members/sign-out');
    expect(answer.headers.get('clear-site-data')).toBe('"cache"');
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect(browser.cookies.has('session')).toBe(false);
    expect(await isSignedIn(thief)).toBe(false);
    const [session] = await rows('SELECT ended_why FROM sessions WHERE person_id = $1', [id]);
    expect(session).toEqual({ ended_why: 'signed-out' });
    expect(
      await rows(`SELECT 1 FROM audit_entries WHERE act = 'signed-out' AND actor_id = $1`, [id]),
    ).toHaveLength(1);
  });

  it('takes a press: no link or picture on another page does it', async () => {
    const browser = await signIn(system, (await someone()).address);
    expect((await browser.get('/members/sign-out')).status).toBe(404);
    expect((await browser.post('/members/sign-out', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect(await isSignedIn(browser)).toBe(true);
  });
});

describe('what is kept', () => {
  it('holds no secret of a session, a link, a code or a browser', async () => {
    const { address } = await someone();
    const { browser, link, code } = await ask(system, address);
    const asking = browser.cookies.get('signing-in') ?? '';
    await browser.post(link);
    const secrets = [
      link.split('/').at(-1) ?? '',
      code,
      code.replace(' ', ''),
      asking,
      browser.cookies.get('session') ?? '',
    ];
    const [kept] = await rows<{ text: string }>(
      `SELECT (SELECT jsonb_agg(r)::text FROM sign_in_requests r) || (SELECT jsonb_agg(s)::text FROM sessions s) ||
              (SELECT jsonb_agg(a)::text FROM audit_entries a) || (SELECT jsonb_agg(l)::text FROM limits l) AS text`,
    );
    expect(kept?.text).toContain(address);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThanOrEqual(6);
      expect(kept?.text).not.toContain(secret);
    }
  });

  it('is not in any log', async () => {
    const { address } = await someone({ name: 'Zebedee Unmistakable' });
    const { browser, link, code } = await ask(system, address);
    await browser.post(link);
    const logged = ['shell', 'members', 'mailer'].map((app) => system.logs(app)).join('');
    expect(logged).toContain('/members/sign-in/:token');
    for (const text of [link, address, code, browser.cookies.get('session') ?? ''])
      expect(logged).not.toContain(text);
  });
});

it('shows the code again to the browser that asked, and to no other', async () => {
  const { browser, code } = await ask(system, (await someone()).address);
  expect(codeOn((await browser.get(`${signInPath}/asked`)).html)).toBe(code);
  const other = await new TestBrowser(system).get(`${signInPath}/asked`);
  expect(textOf(other.html)).toContain('Ask for a link first');
});
