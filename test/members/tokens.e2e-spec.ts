import type pg from 'pg';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf } from '../browser/page-checks.js';
import { TestBrowser, textOf, type Fields } from './browsing.js';
import { addPerson, connect, exchange, hearEnded, identityOf } from './sessions.js';
import { openFor, signIn } from './signing-in.js';

const path = '/members/account/tokens';
let system: System;
let client: pg.Client;
let people = 0;
beforeAll(async () => {
  system = await startSystem({ apps: ['shell', 'members', 'mailer'], mailbox: true });
  client = await connect(system);
});
afterAll(async () => {
  await client.end();
  await system.stop();
});

/** Somebody’s browser as members sees it once the shell has vouched for it. */
async function someone(roles: readonly ('staff' | 'admin')[] = []) {
  people += 1;
  const address = `person-${people}@example.org`;
  const id = await addPerson(client, { name: `Person ${people}`, address, roles });
  const signedIn = await signIn(system, address);
  const headers = await identityOf(system, signedIn);
  return { id, browser: signedIn.copy(system, { origin: system.urls['members'] ?? '', headers }) };
}

const good: Fields = {
  name: 'Website',
  'scope-events-calendar': 'events-calendar:write',
  'scope-members': '',
  days: '90',
};

async function make(browser: TestBrowser, fields: Fields = good): Promise<string> {
  const { html, status } = await browser.post(`${path}/new`, fields);
  const token = /nea_[\w-]{43}/.exec(html)?.[0];
  if (token === undefined) throw new Error(`no token: ${status} ${textOf(html)}`);
  return token;
}

const revokePath = async (browser: TestBrowser) =>
  /\/members\/account\/tokens\/[\da-f-]{36}\/revoke/.exec((await browser.get(path)).html)?.[0] ?? '';

it('is made with a name, a scope and an end, and shown once', async () => {
  const { id, browser } = await someone(['staff']);
  const token = await make(browser);
  const list = await browser.get(path);
  expect(textOf(list.html)).toContain('Website Calendar: read and change');
  expect(textOf(list.html)).toContain('Never');
  expect(list.html).not.toContain(token.slice(4, 20));
  const { rows } = await client.query(
    `SELECT scopes, round(extract(epoch FROM expires_at - created_at) / 86400)::int AS days, api_tokens::text AS all
     FROM api_tokens WHERE person_id = $1`,
    [id],
  );
  expect(rows).toMatchObject([{ scopes: [{ app: 'events-calendar', access: 'write' }], days: 90 }]);
  expect((rows[0] as { all: string }).all).not.toContain(token.slice(4));
  const audited = await client.query(
    `SELECT details ->> 'scopes' AS scopes FROM audit_entries WHERE act = 'token-made' AND subject_id = $1`,
    [id],
  );
  expect(audited.rows).toEqual([{ scopes: 'Calendar: read and change' }]);
  expect(system.logs('members')).not.toContain(token);
});

it('does what its person may at the time, in its scope', async () => {
  const { id, browser } = await someone(['staff']);
  const token = await make(browser);
  const rolesNow = async () => {
    const answer = await exchange(system, { apiToken: token });
    if (answer.state !== 'signed-in') return null;
    expect(Object.keys(answer.tokens)).toEqual(['events-calendar']);
    const [, claims = ''] = (answer.tokens['events-calendar'] ?? '').split('.');
    return JSON.parse(Buffer.from(claims, 'base64url').toString()) as { roles: string[]; access: string };
  };
  expect(await rolesNow()).toMatchObject({ roles: ['person', 'staff'], access: 'write' });
  await client.query('DELETE FROM grants WHERE person_id = $1', [id]);
  expect(await rolesNow()).toMatchObject({ roles: ['person'] });
  await client.query('UPDATE people SET erased_at = now() WHERE id = $1', [id]);
  expect(await rolesNow()).toBeNull();
});

it('tells when it was last used', async () => {
  const { browser } = await someone();
  await exchange(system, { apiToken: await make(browser) });
  expect(textOf((await browser.get(path)).html)).not.toContain('Never');
});

it('is revoked by its owner, on a page that asks first, and is of no use from then on', async () => {
  const { browser, id } = await someone();
  const token = await make(browser);
  const revoke = await revokePath(browser);
  expect(textOf((await browser.get(revoke)).html)).toContain('Revoke “Website”?');
  expect((await exchange(system, { apiToken: token })).state).toBe('signed-in');
  const heard = await hearEnded(system);
  expect((await browser.post(revoke)).location).toBe(path);
  expect(await heard.next()).toEqual({ sessionId: revoke.split('/').at(-2) });
  heard.stop();
  expect((await exchange(system, { apiToken: token })).state).toBe('unknown');
  expect((await browser.get(revoke)).status).toBe(404);
  expect((await browser.post(revoke)).status).toBe(404);
  const audited = await client.query(
    `SELECT 1 FROM audit_entries WHERE act = 'token-revoked' AND actor_id = $1`,
    [id],
  );
  expect(audited.rowCount).toBe(1);
});

it('is not found by anybody else', async () => {
  const [owner, other] = [await someone(), await someone(['staff', 'admin'])];
  const token = await make(owner.browser);
  const revoke = await revokePath(owner.browser);
  expect((await other.browser.get(revoke)).status).toBe(404);
  expect((await other.browser.post(revoke)).status).toBe(404);
  for (const id of ['x', '00000000-0000-7000-8000-000000000000']) {
    expect((await other.browser.get(`${path}/${id}/revoke`)).status).toBe(404);
  }
  expect((await other.browser.get(path)).html).not.toContain('Website');
  expect((await exchange(system, { apiToken: token })).state).toBe('signed-in');
});

it.each([
  ['no name', { name: ' ' }, 'Enter a name for the token', 'name'],
  ['no scope', { 'scope-events-calendar': '' }, 'at least one part of the site', 'scope-events-calendar'],
  [
    'another app’s scope',
    { 'scope-events-calendar': 'shell:write' },
    'Choose one kind of access',
    'scope-events-calendar',
  ],
  [
    'the same app twice',
    { 'scope-members': 'events-calendar:read' },
    'Choose one kind of access',
    'scope-events-calendar',
  ],
  [
    'more access than there is',
    { 'scope-members': 'members:admin' },
    'Choose one kind of access',
    'scope-events-calendar',
  ],
  ['a life of its own', { days: '36500' }, 'for how many days', 'days'],
])('is refused with %s, what was typed kept', async (_, change, words, field) => {
  const { id, browser } = await someone();
  const answer = await browser.post(`${path}/new`, { ...good, ...change });
  expect(answer.status).toBe(422);
  expect(textOf(answer.html)).toContain(words);
  expect(answer.html).toContain(`href="#${field}"`);
  const { rows } = await client.query('SELECT 1 FROM api_tokens WHERE person_id = $1', [id]);
  expect(rows).toEqual([]);
});

it('takes no more from the form than it asks for', async () => {
  const [owner, other] = [await someone(), await someone(['admin'])];
  await make(owner.browser, {
    ...good,
    personId: other.id,
    person_id: other.id,
    roles: 'admin',
    scopes: 'members:write',
    'scope-shell': 'shell:write',
    expiresAt: '2099-01-01T00:00:00Z',
  });
  const { rows } = await client.query('SELECT person_id, scopes FROM api_tokens WHERE person_id = ANY($1)', [
    [owner.id, other.id],
  ]);
  expect(rows).toEqual([{ person_id: owner.id, scopes: [{ app: 'events-calendar', access: 'write' }] }]);
});

it('can be had 20 times, not more', async () => {
  const { browser } = await someone();
  for (let times = 0; times < 20; times += 1) await make(browser);
  const refused = await browser.post(`${path}/new`, good);
  expect(refused.status).toBe(409);
  expect(textOf(refused.html)).toContain('There are 20 API tokens already');
  await browser.post(await revokePath(browser));
  await make(browser);
});

it('is looked after on pages that everybody can use', async () => {
  const { browser } = await someone();
  await make(browser);
  const chromium = await openBrowser();
  try {
    const page = await openFor(chromium, system, browser);
    const url = system.urls['shell'] ?? '';
    for (const asked of [path, `${path}/new`, await revokePath(browser)]) {
      expect((await page.goto(url + asked))?.status()).toBe(200);
      expect([asked, await faultsOf(page)]).toEqual([asked, []]);
    }
    await page.goto(`${url}${path}/new`);
    await page.click('main button');
    expect(await faultsOf(page)).toEqual([]);
    await page.fill('#name', 'By hand');
    await page.check('#scope-members-2');
    await page.click('main button');
    expect(await page.textContent('h1')).toBe('“By hand” is made');
    expect(await faultsOf(page)).toEqual([]);
  } finally {
    await chromium.close();
  }
});
