import { generateKeyPair, SignJWT, decodeJwt, decodeProtectedHeader, UnsecuredJWT } from 'jose';
import { setTimeout as wait } from 'node:timers/promises';
import { TestBrowser, textOf } from '../members/browsing.js';
import { exchange } from '../members/sessions.js';
import { addressOf, sam, startSignedIn, type SignedInSystem } from './signed-in.js';

const staffPage = '/calendar/manage';
const sameOrigin = { 'sec-fetch-site': 'same-origin' };

let site: SignedInSystem;
beforeAll(async () => {
  site = await startSignedIn();
});
afterAll(() => site.stop());

const visitor = () => new TestBrowser(site.system);
const person = async (name: string) => site.signedIn(await addressOf(site.client, name));

/** Waits, for a few seconds at most, until a page is answered otherwise. */
async function until(browser: TestBrowser, path: string, isSo: (html: string) => boolean): Promise<string> {
  for (let waited = 0; ; waited += 1) {
    const { html } = await browser.get(path);
    if (isSo(html) || waited >= 1200) return html;
    await wait(50);
  }
}

describe('pages of every part', () => {
  it.each(['/', '/accessibility', '/calendar', '/members', '/nothing-here'])(
    '%s offers a visitor to sign in and come back, and shows a person their name',
    async (path) => {
      const { html } = await visitor().get(path);
      expect(html).toContain(`href="/members/sign-in?return=${encodeURIComponent(path)}"`);
      const browser = await site.signedIn(sam);
      for (let asked = 0; asked < 2; asked += 1) {
        const page = await browser.get(path);
        expect(textOf(page.html)).toContain('Your account: Sam Staff Sign out');
        expect(page.html).toContain('<form method="post" action="/members/sign-out">');
        expect(page.html).not.toContain('Sign in</a>');
      }
    },
  );

  it('refuse a visitor with a way to sign in that leads back, and a person without', async () => {
    const refused = await visitor().get(`${staffPage}?page=2`);
    expect(refused.status).toBe(403);
    expect(refused.html).toContain(
      'class="govuk-button" href="/members/sign-in?return=%2Fcalendar%2Fmanage%3Fpage%3D2"',
    );
    const xiu = await (await person('Xiu Example')).get(staffPage);
    expect(xiu.status).toBe(403);
    expect(textOf(xiu.html)).toContain('Your account does not have the rights that it needs.');
    expect((await (await site.signedIn(sam)).get(staffPage)).status).toBe(200);
  });

  it('are never another’s: each reader gets what their boards may see, however often', async () => {
    const staff = { cookie: `session=${(await site.signedIn(sam)).cookies.get('session')}`, ...sameOrigin };
    const api = `${site.system.urls['shell']}/api/v1/events-calendar/events`;
    const json = { ...staff, 'content-type': 'application/json' };
    const made = await fetch(api, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({
        title: 'Oversight in private',
        kind: 'meeting',
        format: 'online',
        when: { start: '2038-06-01T14:00', end: '2038-06-01T15:30', zone: 'Europe/London' },
        audience: 'board',
        board: 'executive-oversight-committee',
      }),
    });
    expect(made.status).toBe(201);
    const { ref } = (await made.json()) as { ref: string };
    const published = await fetch(`${api}/${ref}/status`, {
      method: 'POST',
      headers: { ...json, 'if-match': '"1"' },
      body: JSON.stringify({ status: 'published' }),
    });
    expect(published.status).toBe(200);
    const readers = [
      await person('Xiu Example'),
      await person('Petra Principle'),
      visitor(),
      await person('Mo Sample'),
    ];
    for (let round = 0; round < 3; round += 1) {
      for (const path of [`/calendar/events/${ref}`, '/calendar?q=oversight+private']) {
        const seen = [];
        for (const reader of readers)
          seen.push((await reader.get(path)).html.includes('Oversight in private'));
        expect([path, seen]).toEqual([path, [true, false, false, true]]);
      }
    }
  });
});

describe('who asks', () => {
  it('is not what a client says, whatever it has stolen', async () => {
    const session = (await site.signedIn(sam)).cookies.get('session');
    const answer = await exchange(site.system, { session });
    const token = answer.state === 'signed-in' ? (answer.tokens['events-calendar'] ?? '') : '';
    for (const forged of [token, 'rubbish', 'unavailable']) {
      const page = await visitor().get('/calendar', { 'x-identity': forged });
      expect(page.status).toBe(200);
      expect(page.html).toContain('Sign in</a>');
      expect((await visitor().get(staffPage, { 'x-identity': forged })).status).toBe(403);
    }
  });

  it('is believed by a part only on the word of members, made out to that part', async () => {
    const session = (await site.signedIn(sam)).cookies.get('session');
    const answer = await exchange(site.system, { session });
    if (answer.state !== 'signed-in') throw new Error('not signed in');
    const token = answer.tokens['events-calendar'] ?? '';
    const claims = decodeJwt(token);
    const header = { ...decodeProtectedHeader(token), alg: 'EdDSA' };
    const own = await generateKeyPair('EdDSA');
    const [head, , signature] = token.split('.');
    const admin = Buffer.from(JSON.stringify({ ...claims, roles: ['admin'] })).toString('base64url');
    const ask = (identity: string) =>
      fetch(`${site.system.urls['events-calendar']}${staffPage}`, { headers: { 'x-identity': identity } });
    expect((await ask(token)).status).toBe(200);
    const refused = {
      'signed by somebody else': await new SignJWT(claims).setProtectedHeader(header).sign(own.privateKey),
      'made out to another part': answer.tokens['members'] ?? '',
      'not signed': new UnsecuredJWT(claims).encode(),
      'with other claims under the signature': `${head}.${admin}.${signature}`,
      'cut off': token.slice(0, -4),
    };
    for (const [what, forged] of Object.entries(refused)) {
      expect([what, (await ask(forged)).status]).toEqual([what, 403]);
    }
  });

  it('is nobody once the session has ended, at every part, for whoever has copied the cookie', async () => {
    const browser = await site.signedIn(sam);
    const thief = browser.copy(site.system);
    const paths = ['/', '/calendar', '/members'];
    for (const path of paths) expect((await thief.get(path)).html).toContain('Sam Staff');
    const answer = await browser.post('/members/sign-out');
    expect(answer.status).toBe(303);
    expect(browser.cookies.has('session')).toBe(false);
    for (const path of paths) expect((await thief.get(path)).html).not.toContain('Sam Staff');
    expect((await thief.get(staffPage)).status).toBe(403);
  });

  it('is asked anew when the session is ended from elsewhere', async () => {
    const browser = await person('Mo Sample');
    expect((await browser.get('/calendar')).html).toContain('Mo Sample');
    await site.client.query(
      `DELETE FROM sessions USING people WHERE people.id = person_id AND people.name = 'Mo Sample'`,
    );
    const html = await until(browser, '/calendar', (page) => !page.includes('Mo Sample'));
    expect(html).toContain('Sign in</a>');
  });

  it('is, from the next page on, whom a member of staff acts for, until they stop', async () => {
    const browser = await site.signedIn(sam);
    await browser.get('/calendar');
    const { rows } = await site.client.query<{ id: string }>(
      `SELECT id FROM people WHERE name = 'Xiu Example'`,
    );
    const begun = await browser.post(`/members/manage/people/${rows[0]?.id}/act`);
    expect(begun.status).toBe(303);
    for (const path of ['/calendar', '/', '/members/account']) {
      const { html } = await browser.get(path);
      expect(textOf(html)).toContain('You are acting for Xiu Example');
      expect(html).toContain('<form method="post" action="/members/acting/stop">');
    }
    expect((await browser.get(staffPage)).status).toBe(403);
    expect((await browser.post('/members/acting/stop')).status).toBe(303);
    const page = await browser.get('/calendar');
    expect(textOf(page.html)).not.toContain('You are acting');
    expect(textOf(page.html)).toContain('Your account: Sam Staff');
  });
});

describe('an API token', () => {
  let token: string;
  const events = '/api/v1/events-calendar/events';
  const ask = (path: string, shown: string, init: RequestInit = {}) =>
    fetch(`${site.system.urls['shell']}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${shown}`, 'content-type': 'application/json' },
    });
  const codeOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { code: string }).code,
  ];

  beforeAll(async () => {
    const browser = await site.signedIn(sam);
    const made = await browser.post('/members/account/tokens/new', {
      name: 'Reader',
      'scope-events-calendar': 'events-calendar:read',
      days: '90',
    });
    token = /nea_[\w-]{43}/.exec(made.html)?.[0] ?? '';
    expect(token).not.toBe('');
  });

  it('reads what its person may, and changes nothing where it may only read', async () => {
    expect((await ask(events, token)).status).toBe(200);
    expect(await codeOf(await ask(events, token, { method: 'POST', body: '{}' }))).toEqual([
      403,
      'read-only',
    ]);
  });

  it('is refused where it is not for the part, and where nobody knows it', async () => {
    expect(await codeOf(await ask('/api/v1/members/people', token))).toEqual([403, 'token-out-of-scope']);
    const unknown = await ask(
      events,
      token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    expect(unknown.headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(await codeOf(unknown)).toEqual([401, 'token-unknown']);
  });

  it('makes nobody of a visitor to a page', async () => {
    const page = await (await ask('/calendar', token)).text();
    expect(page).toContain('Sign in</a>');
    expect((await ask(staffPage, token)).status).toBe(403);
  });
});

it.each([
  '/internal/identity',
  '/internal/ended-sessions',
  '/members/../internal/identity',
  '/members/%2e%2e/internal/identity',
])('%s cannot be reached, even with the key of services', async (path) => {
  const { request } = await import('node:http');
  const headers = {
    authorization: `Bearer ${site.system.secrets.internal}`,
    'content-type': 'application/json',
  };
  const status = await new Promise((resolve, reject) => {
    // Not `fetch`, which tidies paths.
    request(`${site.system.urls['shell']}`, { path, method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end('{"session":"0123456789abcdef"}');
  });
  expect(status).toBe(404);
});
