import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { staffPerson, startIdentity, type TestIdentity } from '../events-calendar/signed-in.js';
import { Asking } from './asking.js';

describe('the staff’s pages about mail', () => {
  let identity: TestIdentity;
  let system: System;
  let asking: Asking;
  let browser: Browser;
  beforeAll(async () => {
    identity = await startIdentity('mailer');
    system = await startSystem({ apps: ['mailer', 'shell'], env: identity.env });
    asking = Asking.in(system);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await asking.close();
    await system.stop();
    await identity.stop();
  });

  async function get(path: string, headers?: Record<string, string>) {
    const response = await fetch(`${system.urls['mailer']}${path}`, {
      headers: headers ?? (await identity.headers(staffPerson)),
    });
    const html = await response.text();
    return { status: response.status, html, words: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
  }

  /** A line of the log, as sending would have left it. @returns its id */
  async function log(
    status: string,
    change: { address?: string; answer?: string; minutesAgo?: number } = {},
  ) {
    const id = randomUUID();
    const { address = `${id}@example.org`, answer = '250 OK', minutesAgo = 0 } = change;
    const waiting = status === 'asked' || status === 'deferred';
    await asking.ask(
      `INSERT INTO mails (id, kind, to_name, to_address, subject, html, text, message_id, status, needed_by, asked_at,
         attempts, last_answer, next_attempt_at, sent_at, correlation_id)
       VALUES ($1, 'sign-in', 'Sam <b>Example</b>', $2, 'Sign in <i>now</i>', $3, $3, $4, $5, now() + interval '5 days',
         now() - make_interval(mins => $6), 1, $7, $8::timestamptz, $9::timestamptz, 'request-1')`,
      [
        id,
        address,
        waiting ? 'secret content' : null,
        `<${id}@example.org>`,
        status,
        minutesAgo,
        answer,
        waiting ? '2099-01-01T00:00:00Z' : null,
        status === 'sent' ? '2026-03-01T10:00:00Z' : null,
      ],
    );
    await asking.ask('INSERT INTO mail_attempts VALUES ($1, 1, now(), $2, $3)', [id, status, answer]);
    return id;
  }

  it('say what will be there while there is nothing', async () => {
    const { words } = await get('/mail');
    expect(words).toContain('No mail has been sent yet');
    expect(words).not.toContain('To look at');
  });

  it('are for staff alone', async () => {
    const id = await log('sent');
    for (const path of ['/mail', `/mail/mails/${id}`]) {
      expect((await get(path, {})).status).toBe(403);
      expect((await get(path, await identity.headers({ roles: ['person', 'board'] }))).status).toBe(403);
      expect((await get(path)).status).toBe(200);
    }
    // The shell hands on what it is asked under /mail, and nothing of it is in the navigation.
    const response = await fetch(`${system.urls['shell']}/mail`);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('href="/mail"');
  });

  it('list the latest mails with what became of them, in words', async () => {
    const address = `${randomUUID()}@list.example`;
    const refused = await log('refused', { address, answer: '550 5.1.1 No such person', minutesAgo: 1 });
    await log('deferred', { address, answer: '451 Later' });
    const { html, words } = await get(`/mail?address=${encodeURIComponent(address.toUpperCase().slice(3))}`);
    expect(words).toContain('2 mails, the latest first');
    expect(words).toMatch(/Trying again 451 Later .* Refused 550 5\.1\.1 No such person/);
    expect(html).toContain(`href="/mail/mails/${refused}"`);
    expect(html).not.toContain('<b>Example</b>');
    const some = await get(`/mail?address=${address}&status=refused`);
    expect(some.words).toContain('1 mail, the latest first');
    expect(some.words).toContain('1 mail refused in the last seven days');
    expect((await get('/mail?address=nobody%25')).words).toContain('No mail is like this');
  });

  it('tell a mail’s history, but not what it said', async () => {
    const id = await log('deferred', { answer: '451 Later' });
    const { html, words } = await get(`/mail/mails/${id}`);
    expect(words).toContain('Sign in &lt;i>now&lt;/i>');
    expect(words).toMatch(/History Trying again .* 451 Later Asked for/);
    expect(words).toContain('Message-ID');
    expect(html).not.toContain('secret content');
    expect((await get(`/mail/mails/${randomUUID()}`)).status).toBe(404);
    expect((await get('/mail/mails/1')).status).toBe(404);
  });

  it('show long lists in pages', async () => {
    const address = `${randomUUID()}@many.example`;
    await asking.ask(
      `INSERT INTO mails (id, kind, to_address, subject, message_id, status, needed_by, asked_at, correlation_id)
       SELECT gen_random_uuid(), 'sign-in', $1, 'Mail ' || n, 'm', 'sent', now(), now() - make_interval(mins => n), 'c'
       FROM generate_series(1, 120) AS n`,
      [address],
    );
    const last = await get(`/mail?address=${address}&page=3`);
    expect(last.words).toContain('120 mails');
    expect(last.words).toContain('Mail 101');
    expect(last.words).toContain('Mail 120');
    expect(last.words).not.toContain('Mail 100 ');
    expect((await get(`/mail?address=${address}&page=4`)).words).toContain('The list ends before this page');
  });

  it.each([
    'the list',
    'an empty list',
    'a mail',
    'addresses',
    'no addresses',
    'allowing one',
    'sending again',
  ])('%s: axe finds nothing, nothing scrolls sideways', async (name) => {
    const answer = `550 5.7.1 ${'very-long-words-of-a-server'.repeat(10)}`;
    const id = await log('refused', {
      address: `${'long-address-'.repeat(4)}@${'sub.'.repeat(20)}example`,
      answer,
    });
    await asking.ask(`UPDATE mails SET kind = 'reminders', html = 'h', text = 't' WHERE id = $1`, [id]);
    await asking.ask('DELETE FROM suppressed_addresses');
    const [shut] = await asking.ask<{ id: string }>(
      'INSERT INTO suppressed_addresses (id, address, answer, mail_id) VALUES (gen_random_uuid(), $1, $2, $3) RETURNING id',
      [`${'shut-'.repeat(12)}@${'sub.'.repeat(20)}example`, answer, id],
    );
    const path = {
      'the list': '/mail?status=refused',
      'an empty list': '/mail?address=zebra',
      addresses: '/mail/suppressed',
      'no addresses': '/mail/suppressed?address=zebra',
      'allowing one': `/mail/suppressed/${shut?.id}/allow-again`,
      'sending again': `/mail/mails/${id}/send-again`,
    }[name];
    const page = await browser.newPage({ extraHTTPHeaders: await identity.headers(staffPerson) });
    // Styles are the shell's; identities are shown to the mailer itself.
    await page.route(/\/assets\//, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.continue({ url: `${system.urls['shell']}${pathname}` });
    });
    const complaints = listenForComplaints(page);
    try {
      await page.goto(`${system.urls['mailer']}${path ?? `/mail/mails/${id}`}`);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await faultsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  });
});
