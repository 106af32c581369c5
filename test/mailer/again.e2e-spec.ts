import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { staffPerson, startIdentity, type TestIdentity } from '../events-calendar/signed-in.js';
import { Asking } from './asking.js';
import { writtenMail } from './written-mail.js';

describe('mail that staff let go once more', () => {
  let identity: TestIdentity;
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    identity = await startIdentity('mailer');
    system = await startSystem({
      apps: ['members', 'mailer'],
      mailbox: true,
      env: { ...identity.env, MAIL_FROM: 'The network <events@councils.example>' },
    });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
    await identity.stop();
  });
  afterEach(() => system.mailbox.behave());

  async function ask(path: string, form?: Record<string, string>, roles = staffPerson.roles) {
    const headers = await identity.headers({ ...staffPerson, roles });
    const response = await fetch(`${system.urls['mailer']}${path}`, {
      redirect: 'manual',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const html = await response.text();
    const words = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    return { status: response.status, location: response.headers.get('location'), html, words };
  }

  const changed = (change: Parameters<Asking['mail']>[0] = {}) =>
    asking.mail({ kind: 'event-changes', ...writtenMail('New place'), ...change });

  const received = (address: string) => system.mailbox.all().filter(({ to }) => to.includes(address));

  const newIdIn = (html: string) => /name="once" value="([^"]+)"/.exec(html)?.[1] ?? '';

  it('is a mail of its own that says the same, and is sent once however often the button is pressed', async () => {
    const due = new Date(Date.now() - 86_400_000).toISOString();
    const asked = await changed({ due });
    await asking.until(asked.mailId, 'sent');
    const path = `/mail/mails/${asked.mailId}/send-again`;
    expect((await ask(`/mail/mails/${asked.mailId}`)).html).toContain(`href="${path}"`);
    const { html, words } = await ask(path);
    expect(words).toContain(`Sam Example, ${asked.to.address}`);
    const once = newIdIn(html);
    expect((await ask(path, { once })).location).toBe(`/mail/mails/${once}`);
    await asking.until(once, 'sent');
    expect((await ask(path, { once })).location).toBe(`/mail/mails/${once}`);
    const [first, second, ...more] = received(asked.to.address);
    expect(more).toEqual([]);
    expect([first?.messageId, second?.messageId]).toEqual([
      `<${asked.mailId}@councils.example>`,
      `<${once}@councils.example>`,
    ]);
    expect(second?.subject).toBe('New place');
    expect(second?.text).toContain('It is in Cardiff now.');
    expect(second?.text).toContain('This mail comes late: it was due on ');
    // Each leads to the other.
    expect((await ask(`/mail/mails/${asked.mailId}`)).html).toContain(`href="/mail/mails/${once}"`);
    expect((await ask(`/mail/mails/${once}`)).html).toContain(`href="/mail/mails/${asked.mailId}"`);
  });

  it('goes to where its reader’s mail goes today, as a mail of a mailing does', async () => {
    const [personId, mailingId, mailId] = [randomUUID(), randomUUID(), randomUUID()];
    const { subject, html, text } = writtenMail('Called off');
    await asking.ask('INSERT INTO people (id, name, address, version) VALUES ($1, $2, $3, 1)', [
      personId,
      'Siân Example',
      `${personId}@new.example`,
    ]);
    await asking.ask(
      `INSERT INTO mailings (id, kind, title, subject, html, text, needed_by, total, asked_at, correlation_id)
       VALUES ($1, 'event-changes', 'Called off', $2, $3, $4, now() + interval '1 day', 1, now(), 'r')`,
      [mailingId, subject, html, text],
    );
    await asking.ask(
      `INSERT INTO mails (id, kind, person_id, to_address, subject, mailing_id, message_id, status, needed_by, asked_at,
         correlation_id)
       VALUES ($1, 'event-changes', $2, 'old@example.org', $3, $4, 'm', 'refused', now() + interval '1 day', now(), 'r')`,
      [mailId, personId, subject, mailingId],
    );
    const path = `/mail/mails/${mailId}/send-again`;
    await ask(path, { once: newIdIn((await ask(path)).html) });
    const mail = await system.mailbox.waitFor(`${personId}@new.example`);
    expect(mail.subject).toBe('Called off');
    expect(mail.header('To')).toContain('@new.example');
    // The mailing's own counts are of its first round.
    const [counted] = await asking.ask<{ n: number }>(
      'SELECT count(*)::int AS n FROM mails WHERE mailing_id = $1',
      [mailingId],
    );
    expect(counted?.n).toBe(1);
  });

  it.each<[string, string, Parameters<Asking['mail']>[0], string]>([
    ['a secret', 'is a secret of their reader', { kind: 'sign-in' }, 'attempts = 1'],
    ['old', 'which are over', {}, 'html = NULL, text = NULL'],
    ['of no use', 'of no use any more', {}, `needed_by = now()`],
    ['somebody’s who was forgotten', 'asked to be forgotten', {}, `status = 'withdrawn', to_address = NULL`],
    ['not wanted', 'switched off', {}, `status = 'unwanted'`],
  ])('is none when it is %s, and staff are told why', async (_, reason, change, made) => {
    const asked = await changed(change);
    await asking.until(asked.mailId, 'sent');
    await asking.ask(`UPDATE mails SET ${made} WHERE id = $1`, [asked.mailId]);
    const { html, words } = await ask(`/mail/mails/${asked.mailId}`);
    expect(words).toMatch(new RegExp(`It cannot be sent again\\. [^.]*${reason}`));
    const path = `/mail/mails/${asked.mailId}/send-again`;
    expect(html).not.toContain(path);
    for (const answer of [await ask(path), await ask(path, { once: randomUUID() })]) {
      expect(answer.status).toBe(409);
      expect(answer.words).toContain(reason);
    }
    expect(await asking.ask('SELECT FROM mails WHERE again_of = $1', [asked.mailId])).toEqual([]);
  });

  it('forgets what it said after a fortnight', async () => {
    const [young, old] = [await changed(), await changed()];
    for (const { mailId } of [young, old]) await asking.until(mailId, 'sent');
    await asking.ask(`UPDATE mails SET asked_at = now() - interval '15 days' WHERE id = $1`, [old.mailId]);
    // What is due and has not been done is done at the start.
    await asking.ask(`DELETE FROM schedule_runs WHERE name = 'forget-old-mails'`);
    await system.restart('mailer');
    await asking.so(async () => (await asking.logged(old.mailId))?.html === null);
    expect((await asking.logged(young.mailId))?.html).not.toBeNull();
  });

  it('goes again to an address that was shut, once staff allow it', async () => {
    system.mailbox.misbehave('recipient', { code: 550, words: '5.1.1 <b>No</b> such person' });
    const asked = await changed();
    await asking.until(asked.mailId, 'refused');
    system.mailbox.behave();
    const mailPath = `/mail/mails/${asked.mailId}`;
    expect((await ask(mailPath)).words).toContain('Allow mail to it first');
    expect((await ask('/mail')).words).toMatch(/\d+ address(?:es)? that a mail server has refused/);
    const list = await ask(`/mail/suppressed?address=${asked.mailId}`);
    expect(list.words).toContain(`${asked.to.address} 550 5.1.1 &lt;b>No&lt;/b> such person`);
    expect(list.html).toContain(`href="${mailPath}"`);
    const [, path = ''] = /href="(\/mail\/suppressed\/[^"]+\/allow-again)"/.exec(list.html) ?? [];
    for (const roles of [['person'], ['board']] as const) {
      expect((await ask('/mail/suppressed', undefined, roles)).status).toBe(403);
      expect((await ask(path, {}, roles)).status).toBe(403);
    }
    expect((await ask(path)).words).toContain('550 5.1.1 &lt;b>No&lt;/b> such person');
    // To look allows nothing.
    expect((await ask(`${mailPath}/send-again`)).status).toBe(409);
    expect((await ask(path, {})).location).toBe('/mail/suppressed');
    expect((await ask(path, {})).status).toBe(404);
    expect((await ask('/mail/suppressed')).words).not.toContain(asked.to.address);
    await ask(`${mailPath}/send-again`, { once: newIdIn((await ask(`${mailPath}/send-again`)).html) });
    await system.mailbox.waitFor(asked.to.address);
    await asking.so(() => system.logs('mailer').includes('mail may go to an address again'));
    expect(system.logs('mailer')).not.toContain(asked.to.address);
  });

  it('is listed with all others of its reader, counted by state', async () => {
    const personId = randomUUID();
    const first = await changed({ personId });
    await asking.until(first.mailId, 'sent');
    system.mailbox.misbehave('content', { code: 554, words: '5.6.0 Not like this' });
    const second = await changed({ personId });
    await asking.until(second.mailId, 'refused');
    const path = `/mail?person=${personId}`;
    expect((await ask(`/mail/mails/${first.mailId}`)).html).toContain(`href="${path}"`);
    const { words, html } = await ask(path);
    expect(words).toContain('2 mails, the latest first');
    expect(words).toMatch(/Sent: 1 · Refused: 1/);
    expect(html).toContain(`name="person" value="${personId}"`);
    expect((await ask(`${path}&status=refused`)).words).toContain('1 mail, the latest first');
  });
});
