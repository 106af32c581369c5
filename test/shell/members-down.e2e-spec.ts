import { setTimeout as wait } from 'node:timers/promises';
import { textOf } from '../members/browsing.js';
import { exchange } from '../members/sessions.js';
import { sam, startSignedIn, type SignedInSystem } from './signed-in.js';

/** How long identity tokens live here, in seconds. */
const life = 20;
const staffPage = '/calendar/manage';
const notice = 'We cannot confirm who you are at the moment';

let site: SignedInSystem;
beforeAll(async () => {
  site = await startSignedIn({ env: { IDENTITY_TOKEN_SECONDS: String(life) } });
});
afterAll(() => site.stop());

/**
 * Stops members, and asks for one whole round of pages while somebody's token lives. A machine that is too slow for that does it
 * again with another session: its token may have ended on the way.
 */
async function roundWithoutMembers() {
  for (;;) {
    const began = performance.now();
    const browser = await site.signedIn(sam);
    // Asked for before the shell does, so that it ends no later.
    const answer = await exchange(site.system, { session: browser.cookies.get('session') });
    const pages = ['/', '/calendar', staffPage];
    for (const path of pages) expect((await browser.get(path)).status).toBe(200);
    await site.system.kill('members');
    const texts: string[] = [];
    for (const path of pages) texts.push(textOf((await browser.get(path)).html));
    if (performance.now() - began < life * 1000 - 2000) return { browser, answer, began, texts };
    await site.system.restart('members');
  }
}

it('while members is down, people go on until their token ends, are told, and are back when it is', async () => {
  const { browser, answer, began, texts } = await roundWithoutMembers();
  for (const text of texts) expect(text).toContain('Your account: Sam Staff');

  let refused = await browser.get(staffPage);
  for (
    ;
    refused.status === 200 && performance.now() - began < 4 * life * 1000;
    refused = await browser.get(staffPage)
  )
    await wait(100);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('30');
  expect(textOf(refused.html)).toContain(`${notice} This is for people who are signed in`);
  for (const path of ['/', '/calendar']) {
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain(`${notice}, so this page shows what everybody may see`);
    expect(page.html).not.toContain('Sign in</a>');
  }
  const members = await browser.get('/members');
  expect([members.status, textOf(members.html).includes('is not available')]).toEqual([503, true]);
  expect((await site.signedIn(sam).then((other) => other.get('/calendar'))).html).toContain(notice);
  // Visitors notice nothing of it.
  const visitors = await (await fetch(`${site.system.urls['shell']}/calendar`)).text();
  expect(visitors).not.toContain(notice);

  // The token that was good is of no use any more, where it would be believed without asking.
  const old = answer.state === 'signed-in' ? (answer.tokens['events-calendar'] ?? '') : '';
  const replay = () =>
    fetch(`${site.system.urls['events-calendar']}${staffPage}`, { headers: { 'x-identity': old } });
  let replayed = await replay();
  // The shell takes a token for over a moment before it is.
  for (let waited = 0; replayed.status === 200 && waited < 300; waited += 1) {
    await wait(100);
    replayed = await replay();
  }
  expect(replayed.status).toBe(403);
  expect(await replayed.text()).toContain('You are not signed in');

  await site.system.restart('members');
  let back = await browser.get(staffPage);
  for (let waited = 0; back.status === 503 && waited < 300; waited += 1) {
    await wait(100);
    back = await browser.get(staffPage);
  }
  expect(back.status).toBe(200);
  expect(textOf(back.html)).toContain('Your account: Sam Staff');
});
