import type { Browser, Page } from 'playwright-core';
import { mailKindNames } from '#contracts';
import { openBrowser, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { TestBrowser, textOf } from '../members/browsing.js';
import { addPerson } from '../members/sessions.js';
import { openFor } from '../members/signing-in.js';
import { startSignedIn, type SignedInSystem } from '../shell/signed-in.js';
import { Asking } from './asking.js';
import { ask, known, recipientOf } from './mailing.js';

const path = '/mail/preferences';

describe('which mails people get', () => {
  let site: SignedInSystem;
  let system: System;
  let asking: Asking;
  let browser: Browser;
  beforeAll(async () => {
    site = await startSignedIn({ apps: ['shell', 'members', 'mailer'], mailbox: true, demo: false });
    system = site.system;
    asking = Asking.in(system);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await asking.close();
    await site.stop();
  });

  /** Somebody who can sign in and get mail. */
  async function person(name: string) {
    const address = `${name.toLowerCase()}@example.org`;
    const id = await addPerson(site.client, { name: `${name} Example`, address });
    await known(asking, { id, name: `${name} Example`, email: address });
    return { id, address, browser: await site.signedIn(address) };
  }

  const off = (personId: string) =>
    asking.ask<{ kind: string; how: string }>(
      'SELECT kind, how FROM switched_off WHERE person_id = $1 ORDER BY kind',
      [personId],
    );

  /** The kinds whose boxes are checked on the page. */
  async function chosen({ browser: theirs }: { readonly browser: TestBrowser }) {
    const { html, status } = await theirs.get(path);
    expect(status).toBe(200);
    const boxes = [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([box]) => box);
    return boxes.filter((box) => / checked/.test(box)).map((box) => /value="([^"]*)"/.exec(box)?.[1]);
  }

  /** Sends a reminder to the person. @returns the mail's id */
  async function remind(personId: string, kind: 'reminders' | 'event-changes' = 'reminders') {
    const recipient = recipientOf({ id: personId });
    await ask(asking, [recipient], { kind });
    return recipient.mailId;
  }

  /** The link in a mail that the person gets, as its header, its HTML and its text have it. */
  async function linkOf(someone: { readonly id: string; readonly address: string }) {
    await remind(someone.id);
    const mail = await system.mailbox.waitFor(someone.address);
    const link = /^<(https?:\/\/[^>]+)>$/.exec(mail.header('List-Unsubscribe') ?? '')?.[1] ?? '';
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.text).toContain(link);
    return new URL(link).pathname;
  }

  /** As the servers of a mail program ask, which have no cookies and come from anywhere. */
  const oneClick = (
    link: string,
    body: URLSearchParams | FormData = new URLSearchParams('List-Unsubscribe=One-Click'),
  ) =>
    fetch(`${system.urls['shell']}${link}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example.com' },
    });

  it('is theirs to choose on a page, which says what cannot be switched off', async () => {
    const ada = await person('Ada');
    expect(await chosen(ada)).toEqual([
      'following',
      'event-changes',
      'reminders',
      'conference-news',
      'stand-news',
    ]);
    const page = textOf((await ada.browser.get(path)).html);
    expect(page).toContain('Mails go to ada@example.org');
    expect(page).toContain('cannot be switched off');
    expect(page).toContain('Links to sign in');
    const saved = await ada.browser.post(path, { kinds: ['following'] });
    expect(saved).toMatchObject({ status: 303, location: path });
    expect(textOf((await ada.browser.get(path)).html)).toContain('Your choice is saved');
    expect(await chosen(ada)).toEqual(['following']);
    expect(await off(ada.id)).toEqual([
      { kind: 'conference-news', how: 'page' },
      { kind: 'event-changes', how: 'page' },
      { kind: 'reminders', how: 'page' },
      { kind: 'stand-news', how: 'page' },
    ]);
    await ada.browser.post(path, { kinds: [...mailKindNames] });
    expect(await off(ada.id)).toEqual([]);
    expect(textOf((await ada.browser.get('/members/account')).html)).toContain('Your mails');
  });

  it('is nobody else’s to see or to change', async () => {
    const [bea, cay] = [await person('Bea'), await person('Cay')];
    const visitor = new TestBrowser(system);
    expect((await visitor.get(path)).status).toBe(403);
    expect((await visitor.post(path, { kinds: [] })).status).toBe(403);
    // Whatever else they say of whose it is.
    await cay.browser.post(`${path}?person=${bea.id}&personId=${bea.id}`, {
      personId: bea.id,
      person: bea.id,
    });
    expect(await off(bea.id)).toEqual([]);
    expect((await off(cay.id)).length).toBe(5);
    const elsewhere = await cay.browser.post(
      path,
      { kinds: ['reminders'] },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(elsewhere.status).toBe(403);
    expect((await off(cay.id)).length).toBe(5);
  });

  it('decides what is sent, and the log says so', async () => {
    const dan = await person('Dan');
    await dan.browser.post(path, { kinds: ['event-changes'] });
    const reminder = await asking.until(await remind(dan.id), 'unwanted');
    expect(reminder).toMatchObject({
      attempts: 1,
      last_answer: 'Not sent: its reader has switched off mails of this kind.',
    });
    await asking.until(await remind(dan.id, 'event-changes'), 'sent');
    // Also what was taken in before, and waits.
    system.mailbox.misbehave('recipient', { code: 450, words: '4.2.1 busy' });
    const waiting = await remind(dan.id, 'event-changes');
    await asking.until(waiting, 'deferred');
    system.mailbox.behave();
    await dan.browser.post(path, { kinds: [] });
    await asking.pass(waiting);
    await asking.until(waiting, 'unwanted');
    // A link to sign in always comes, and cannot be ended.
    await asking.ask(`INSERT INTO switched_off (person_id, kind, how) VALUES ($1, 'sign-in', 'page')`, [
      dan.id,
    ]);
    const link = await asking.mail({ personId: dan.id, to: { name: 'Dan', address: dan.address } });
    await asking.until(link.mailId, 'sent');
    const mails = system.mailbox.all().filter(({ to }) => to.includes(dan.address));
    expect(mails.map((mail) => [mail.subject, mail.header('List-Unsubscribe') === undefined])).toEqual([
      ['New place: Annual Conference 2027', false],
      ['Sign in to Network events', true],
    ]);
    expect(mails[1]?.header('List-Unsubscribe-Post')).toBeUndefined();
  });

  it('ends with one press in a mail program, from anywhere and without cookies (RFC 8058)', async () => {
    const eve = await person('Eve');
    const link = await linkOf(eve);
    const answer = await oneClick(link);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await answer.text()).toContain('Reminders of events');
    expect(await off(eve.id)).toEqual([{ kind: 'reminders', how: 'one-click' }]);
    await asking.until(await remind(eve.id), 'unwanted');
    // Once more, and as a form with parts, which the RFC prefers: the same.
    const parts = new FormData();
    parts.set('List-Unsubscribe', 'One-Click');
    expect((await oneClick(link, parts)).status).toBe(200);
    expect(await off(eve.id)).toEqual([{ kind: 'reminders', how: 'one-click' }]);
    expect(await chosen(eve)).toEqual(['following', 'event-changes', 'conference-news', 'stand-news']);
  });

  it('does not end by looking: programs open the links in mails', async () => {
    const fay = await person('Fay');
    const link = await linkOf(fay);
    const visitor = new TestBrowser(system);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      await fetch(`${system.urls['shell']}${link}?List-Unsubscribe=One-Click`, { method });
    }
    expect((await visitor.get(`${link}/undo`)).status).toBe(404);
    expect(await off(fay.id)).toEqual([]);

    const page = await visitor.get(link);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toContain('no-store');
    // Whoever has the mail sees it: it names nobody.
    expect(page.html).not.toMatch(/Fay|fay@/);
    const stopped = await visitor.post(link, { from: 'page' });
    expect(stopped).toMatchObject({ status: 303, location: link });
    expect(await off(fay.id)).toEqual([{ kind: 'reminders', how: 'page' }]);
    expect(textOf((await visitor.get(link)).html)).toContain('You get no more of these mails');
    const undo = await visitor.post(`${link}/undo`, {}, { 'sec-fetch-site': 'cross-site' });
    expect([undo.status, (await off(fay.id)).length]).toEqual([403, 1]);
    await visitor.post(`${link}/undo`);
    expect(await off(fay.id)).toEqual([]);
    expect(textOf((await visitor.get(link)).html)).toContain('Stop these mails?');
  });

  it('takes no link but those that were sent', async () => {
    const [gil, hal] = [await person('Gil'), await person('Hal')];
    const [link, other] = [await linkOf(gil), await linkOf(hal)];
    const [id = '', kind = '', mac = ''] = link.split('/').at(-1)?.split('.') ?? [];
    const theirs = other.split('/').at(-1)?.split('.')[0];
    const wrong = [
      `${theirs}.${kind}.${mac}`,
      `${id}.event-changes.${mac}`,
      `${id}.sign-in.${mac}`,
      `${id}.${kind}.${mac.slice(0, -1)}`,
      `${id}.${kind}.${mac.slice(0, -1)}${mac.endsWith('A') ? 'B' : 'A'}`,
      `${id}.${kind}.`,
      'x',
      'a'.repeat(400),
    ];
    for (const token of wrong) {
      const place = `/mail/unsubscribe/${token}`;
      expect([place, (await new TestBrowser(system).get(place)).status]).toEqual([place, 404]);
      expect([place, (await oneClick(place)).status]).toEqual([place, 404]);
      expect((await gil.browser.post(`${place}/undo`)).status).toBe(404);
    }
    expect([await off(gil.id), await off(hal.id)]).toEqual([[], []]);
  });

  it('follows who was merged, and is forgotten with who was erased', async () => {
    const [ivy, jo] = [await person('Ivy'), await person('Jo')];
    const link = await linkOf(ivy);
    await ivy.browser.post(path, { kinds: ['following', 'reminders', 'conference-news', 'stand-news'] });
    await known(asking, { id: ivy.id, mergedInto: jo.id }, 7);
    expect(await off(jo.id)).toEqual([{ kind: 'event-changes', how: 'page' }]);
    expect((await oneClick(link)).status).toBe(200);
    expect((await off(jo.id)).map(({ kind }) => kind)).toEqual(['event-changes', 'reminders']);
    expect(await off(ivy.id)).toEqual([]);
    for (const { id } of [ivy, jo]) {
      await asking.send('members.person-erased.v1', { id, erasureId: id });
    }
    await asking.so(async () => (await asking.ask('SELECT FROM erased_people')).length === 2);
    expect((await oneClick(link)).status).toBe(200);
    expect(textOf((await new TestBrowser(system).get(link)).html)).toContain('has been erased');
    await jo.browser.post(path, { kinds: [] });
    expect(await off(jo.id)).toEqual([]);
  });

  it('axe finds nothing on the pages, in any state', async () => {
    const kim = await person('Kim');
    const link = await linkOf(kim);
    const page: Page = await openFor(browser, system, kim.browser);
    const complaints = listenForComplaints(page);
    const url = system.urls['shell'] ?? '';
    await page.goto(`${url}${path}`);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'preferences');
    await page.getByLabel('Reminders of events').uncheck();
    await page.getByRole('button', { name: 'Save your choice' }).click();
    await page.getByText('Your choice is saved').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'preferences saved');
    await page.goto(`${url}${link}`);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'unsubscribe off');
    await page.getByRole('button', { name: 'Send me these mails again' }).click();
    await page.getByText('You get these mails again').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, 'unsubscribe on');
    await page.getByRole('button', { name: 'Stop these mails' }).click();
    await page.getByText('You get no more of these mails').waitFor();
    expect(await off(kim.id)).toEqual([{ kind: 'reminders', how: 'page' }]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
