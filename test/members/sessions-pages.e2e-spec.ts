import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf } from '../browser/page-checks.js';
import { TestBrowser, textOf } from './browsing.js';
import { addPerson, connect, exchange, hearEnded, identityOf } from './sessions.js';
import { openFor, signIn } from './signing-in.js';

const path = '/members/account/sessions';
let system: System;
let client: pg.Client;
beforeAll(async () => {
  system = await startSystem({ apps: ['shell', 'members', 'mailer'], mailbox: true });
  client = await connect(system);
});
afterAll(async () => {
  await client.end();
  await system.stop();
});

let people = 0;
async function someone(roles: readonly ('staff' | 'admin')[] = []) {
  people += 1;
  const address = `person-${people}@example.org`;
  return { id: await addPerson(client, { name: `Person ${people}`, address, roles }), address };
}

/** Somebody’s browser as members sees it once the shell has vouched for it. */
async function vouchedFor(browser: TestBrowser): Promise<TestBrowser> {
  const origin = system.urls['members'] ?? '';
  return browser.copy(system, { origin, headers: await identityOf(system, browser) });
}

const stateOf = async (browser: TestBrowser) =>
  (await exchange(system, { session: browser.cookies.get('session') ?? 'none' })).state;

async function idOf(browser: TestBrowser): Promise<string> {
  const answer = await exchange(system, { session: browser.cookies.get('session') ?? 'none' });
  if (answer.state !== 'signed-in') throw new Error('not signed in');
  return answer.sessionId;
}

/** Whether the shell comes to refuse a page, as it hears of an end a moment after the transaction. */
async function untilRefused(browser: TestBrowser, asked = path): Promise<boolean> {
  for (let tries = 0; tries < 3000; tries += 1) {
    if ((await browser.get(asked)).status === 403) return true;
    await setTimeout(20);
  }
  return false;
}

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1';

it('lists where somebody is signed in, and marks where they are', async () => {
  const { address } = await someone();
  const laptop = await vouchedFor(await signIn(system, address));
  await signIn(system, address, { userAgent: iPhone });
  const page = textOf((await laptop.get(path)).html);
  expect(page).toContain('Firefox on Linux This one');
  expect(page).toMatch(/Safari on an iPhone (?!This one)/);
  expect(page).toContain('this computer');
});

it('shows nothing of others', async () => {
  const [one, other] = [await someone(), await someone()];
  await signIn(system, other.address, { userAgent: iPhone });
  const page = await (await vouchedFor(await signIn(system, one.address))).get(path);
  expect(page.html).not.toContain('iPhone');
});

it('signs one browser out, at once', async () => {
  const { address } = await someone();
  const [laptop, phone] = [
    await signIn(system, address),
    await signIn(system, address, { userAgent: iPhone }),
  ];
  const heard = await hearEnded(system);
  const id = await idOf(phone);
  const answer = await (await vouchedFor(laptop)).post(`${path}/${id}/end`);
  expect([answer.status, answer.location]).toEqual([303, path]);
  expect(await heard.next()).toEqual({ sessionId: id });
  heard.stop();
  expect([await stateOf(laptop), await stateOf(phone)]).toEqual(['signed-in', 'unknown']);
});

it('signs out everywhere else', async () => {
  const { address, id } = await someone();
  const browsers = [
    await signIn(system, address),
    await signIn(system, address),
    await signIn(system, address),
  ];
  const [first] = browsers;
  if (!first) throw new Error('no browser');
  expect((await (await vouchedFor(first)).post(`${path}/end-others`)).location).toBe(path);
  expect(await Promise.all(browsers.map(stateOf))).toEqual(['signed-in', 'unknown', 'unknown']);
  const { rows } = await client.query(
    `SELECT details FROM audit_entries WHERE act = 'session-ended' AND actor_id = $1`,
    [id],
  );
  expect(rows).toEqual([{ details: { sessions: 2 } }]);
});

it('does not find another person’s session, nor one that has ended', async () => {
  const [one, other] = [await someone(['staff', 'admin']), await someone()];
  const mine = await vouchedFor(await signIn(system, one.address));
  const theirs = await signIn(system, other.address);
  for (const id of [await idOf(theirs), '00000000-0000-7000-8000-000000000000', 'x', "' OR true --"]) {
    expect((await mine.post(`${path}/${encodeURIComponent(id)}/end`)).status).toBe(404);
  }
  expect(await stateOf(theirs)).toBe('signed-in');
  const ended = await idOf(theirs);
  await theirs.post('/members/sign-out');
  expect(
    (await (await vouchedFor(await signIn(system, other.address))).post(`${path}/${ended}/end`)).status,
  ).toBe(404);
});

it('ends all of somebody’s sessions when their role changes', async () => {
  const [admin, person] = [await someone(['admin']), await someone()];
  const boss = await vouchedFor(await signIn(system, admin.address));
  const theirs = [await signIn(system, person.address), await signIn(system, person.address)];
  for (const role of ['staff', 'admin']) {
    const fresh = await signIn(system, person.address);
    const answer = await boss.post(`/members/manage/people/${person.id}/roles`, { role, change: 'grant' });
    expect(answer.status).toBe(303);
    expect(await stateOf(fresh)).toBe('unknown');
  }
  expect(await Promise.all(theirs.map(stateOf))).toEqual(['unknown', 'unknown']);
  expect(await stateOf(boss)).toBe('signed-in');
});

it('is for people themselves: not for visitors, nor for staff who act for them', async () => {
  const [staff, person] = [await someone(['staff']), await someone()];
  const browser = await signIn(system, staff.address);
  await client.query(
    `UPDATE sessions SET acting_for = $2, acting_until = now() + interval '1 hour' WHERE id = $1`,
    [await idOf(browser), person.id],
  );
  const theirs = await signIn(system, person.address);
  const acting = await vouchedFor(browser);
  const visitor = new TestBrowser(system, { origin: system.urls['members'] ?? '' });
  for (const who of [acting, visitor]) {
    for (const asked of [path, '/members/account/tokens', '/members/account/tokens/new']) {
      expect([asked, (await who.get(asked)).status]).toEqual([asked, 403]);
    }
    expect((await who.post(`${path}/end-others`)).status).toBe(403);
    expect((await who.post(`${path}/${await idOf(theirs)}/end`)).status).toBe(403);
    const token = { name: 'x', 'scope-members': 'members:write', days: '365' };
    expect((await who.post('/members/account/tokens/new', token)).status).toBe(403);
  }
  expect(await stateOf(theirs)).toBe('signed-in');
  expect(textOf((await acting.get('/members/account')).html)).toContain('You act for');
});

it('closes the site to a session that was ended elsewhere, before anything else is asked of members', async () => {
  const { address } = await someone();
  const [laptop, phone] = [
    await signIn(system, address),
    await signIn(system, address, { userAgent: iPhone }),
  ];
  for (const browser of [laptop, phone]) expect((await browser.get(path)).status).toBe(200);
  const id = await idOf(phone);
  const page = await laptop.get(path);
  expect(page.html).toContain(`${path}/${id}/end`);
  expect((await laptop.post(`${path}/${id}/end`)).status).toBe(303);
  expect(await untilRefused(phone)).toBe(true);
  expect((await laptop.get(path)).status).toBe(200);
});

it('tells the shell at once what somebody may do now', async () => {
  const { address, id } = await someone(['staff']);
  const browser = await signIn(system, address);
  expect((await browser.get('/members/manage/people')).status).toBe(200);
  await client.query('DELETE FROM grants WHERE person_id = $1', [id]);
  expect(await untilRefused(browser, '/members/manage/people')).toBe(true);
  expect((await browser.get(path)).status).toBe(200);
});

it('looks right to everybody', async () => {
  const { address } = await someone();
  const mine = await signIn(system, address);
  await signIn(system, address, { userAgent: iPhone });
  const browser = await openBrowser();
  try {
    const page = await openFor(browser, system, mine);
    for (const asked of ['/members/account', path]) {
      expect((await page.goto(`${system.urls['shell']}${asked}`))?.status()).toBe(200);
      expect([asked, await faultsOf(page)]).toEqual([asked, []]);
    }
  } finally {
    await browser.close();
  }
});
