import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { Asking } from './asking.js';

describe('a mail that was asked for', () => {
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    system = await startSystem({
      apps: ['members', 'mailer'],
      mailbox: true,
      env: { SMTP_TIMEOUT: '20', MAIL_FROM: 'The network <events@councils.example>' },
    });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
  });
  afterEach(() => system.mailbox.behave());

  const arrived = (address: string) => system.mailbox.all().filter(({ to }) => to.includes(address));

  it('arrives as it was written, and its content is forgotten', async () => {
    const asked = await asking.mail();
    const mail = await system.mailbox.waitFor(asked.to.address);
    expect(mail).toMatchObject({
      from: { name: 'The network', address: 'events@councils.example' },
      to: [asked.to.address],
      subject: asked.subject,
      html: asked.html,
      messageId: `<${asked.mailId}@councils.example>`,
      attachments: [],
    });
    expect(mail.text.trim()).toBe(asked.text.trim());
    expect(mail.header('To')).toBe(`Sam Example <${asked.to.address}>`);
    expect(mail.header('Auto-Submitted')).toBe('auto-generated');
    expect(await asking.until(asked.mailId, 'sent')).toMatchObject({ html: null, text: null, attempts: 1 });
    expect(await asking.history(asked.mailId)).toEqual([
      { status: 'sent', answer: '250 OK: message queued' },
    ]);
  });

  it('leaves neither its reader nor its content in the logs', async () => {
    const asked = await asking.mail({ subject: 'Very private' });
    await asking.until(asked.mailId, 'sent');
    await asking.so(() => system.logs('mailer').includes(asked.mailId));
    for (const words of [asked.to.address, asked.to.name ?? '', asked.subject, 'Siân']) {
      expect(system.logs('mailer')).not.toContain(words);
    }
  });

  it('is sent once, though it is asked for twice and the message is delivered twice', async () => {
    const asked = await asking.mail();
    const messageId = await asking.send('members.mail-requested.v1', asked);
    await system.mailbox.waitFor(asked.to.address);
    await asking.until(asked.mailId, 'sent');
    await asking.deliverAgain(messageId);
    // What is asked for afterwards goes the same way, so when it has arrived, all before it has.
    const after = await asking.mail();
    await system.mailbox.waitFor(after.to.address);
    expect(arrived(asked.to.address)).toHaveLength(1);
    expect(await asking.ask(`SELECT FROM dead_letters`)).toEqual([]);
  });

  it('is tried again when the server says “later”', async () => {
    system.mailbox.misbehave('recipient', { code: 451, words: '4.7.1 Greylisted, come back' });
    const asked = await asking.mail();
    expect(await asking.until(asked.mailId, 'deferred')).toMatchObject({
      last_answer: '451 4.7.1 Greylisted, come back',
      html: asked.html,
    });
    system.mailbox.behave();
    await asking.pass(asked.mailId);
    await system.mailbox.waitFor(asked.to.address);
    await asking.until(asked.mailId, 'sent');
    expect((await asking.history(asked.mailId)).map(({ status }) => status)).toEqual(['deferred', 'sent']);
  });

  it('goes nowhere that a server has refused for good, until staff allow it', async () => {
    system.mailbox.misbehave('recipient', { code: 550, words: '5.1.1 No such person' });
    const first = await asking.mail();
    await asking.until(first.mailId, 'refused');
    system.mailbox.behave();
    const visits = system.mailbox.visits('recipient');
    const to = { name: null, address: first.to.address.toUpperCase() };
    const second = await asking.mail({ to });
    expect(await asking.until(second.mailId, 'suppressed')).toMatchObject({ html: null, attempts: 1 });
    expect(system.mailbox.visits('recipient')).toBe(visits);
    expect(await asking.ask('SELECT address, answer, mail_id FROM suppressed_addresses')).toEqual([
      { address: first.to.address, answer: '550 5.1.1 No such person', mail_id: first.mailId },
    ]);
    // A mail that was taken in before is not tried either.
    system.mailbox.misbehave('recipient', { code: 450, words: '4.3.2 Busy' });
    const third = await asking.mail();
    await asking.until(third.mailId, 'deferred');
    await asking.ask('UPDATE suppressed_addresses SET address = $1', [third.to.address]);
    await asking.pass(third.mailId);
    await asking.until(third.mailId, 'suppressed');
    system.mailbox.behave();
    await asking.ask('DELETE FROM suppressed_addresses');
    const fourth = await asking.mail({ to });
    await asking.until(fourth.mailId, 'sent');
  });

  it('does not shut an address when the server speaks of us', async () => {
    system.mailbox.misbehave('recipient', { code: 550, words: '5.7.1 Your network is on a block list' });
    const asked = await asking.mail();
    await asking.until(asked.mailId, 'refused');
    system.mailbox.behave();
    const after = await asking.mail({ to: asked.to });
    await asking.until(after.mailId, 'sent');
  });

  it('waits for a server that is down, and goes when it is up', async () => {
    await system.mailbox.down();
    const all = await Promise.all(Array.from({ length: 10 }, () => asking.mail()));
    await asking.until(all[0]?.mailId ?? '', 'deferred');
    const [first] = await asking.history(all[0]?.mailId ?? '');
    expect(first?.answer).toMatch(/ECONNREFUSED/);
    await system.mailbox.up();
    for (const { mailId, to } of all) {
      await system.mailbox.waitFor(to.address);
      await asking.until(mailId, 'sent');
      expect(arrived(to.address)).toHaveLength(1);
    }
  });

  it('is not sent when it is of no use any more', async () => {
    const late = await asking.mail({ neededBy: new Date(Date.now() - 1000).toISOString() });
    expect(await asking.until(late.mailId, 'too-late')).toMatchObject({ html: null, text: null });
    // Nor does it outlast its use while the server keeps putting it off.
    system.mailbox.misbehave('recipient', { code: 450, words: 'Not now' });
    const soon = await asking.mail({ neededBy: new Date(Date.now() + 3_600_000).toISOString() });
    await asking.until(soon.mailId, 'deferred');
    await asking.ask(`UPDATE mails SET needed_by = now() + interval '1 second' WHERE id = $1`, [soon.mailId]);
    await asking.pass(soon.mailId);
    await asking.until(soon.mailId, 'too-late');
    expect((await asking.history(soon.mailId)).map(({ status }) => status)).toEqual(['deferred', 'too-late']);
    expect([...arrived(late.to.address), ...arrived(soon.to.address)]).toEqual([]);
  });

  it.each([
    { subject: 'Sign in\r\nBcc: everybody@example.org' },
    { to: { name: 'Sam\r\nBcc: everybody@example.org', address: 'sam@example.org' } },
    { to: { name: null, address: 'sam@example.org\r\nBcc: everybody@example.org' } },
    { to: { name: null, address: 'sam@example.org, everybody@example.org' } },
  ])('is refused when it would smuggle in a header: %j', async (change) => {
    const asked = await asking.mail(change);
    const { last_answer, html } = await asking.until(asked.mailId, 'refused');
    expect(last_answer).toMatch(/^Not sent: /);
    expect(html).toBeNull();
    const after = await asking.mail();
    await system.mailbox.waitFor(after.to.address);
    expect(system.mailbox.all().flatMap(({ to }) => to)).not.toContain('everybody@example.org');
  });

  it('is what it is, whatever its content looks like', async () => {
    const asked = await asking.mail({
      to: { name: 'O’Brien, “Pat” <x@y.example>', address: `${randomUUID()}@example.org` },
      subject: '=?utf-8?B?QmNjOiB4?= {{subject}} – “Ynys Môn”',
      text: '.\r\n.\r\nQUIT\r\nMAIL FROM:<x@example.org>\r\n',
    });
    const mail = await system.mailbox.waitFor(asked.to.address);
    expect(mail.to).toEqual([asked.to.address]);
    expect(mail.text.split(/\r?\n/).slice(0, 4)).toEqual(['.', '.', 'QUIT', 'MAIL FROM:<x@example.org>']);
    expect(mail.subject).toContain('{{subject}} – “Ynys Môn”');
  });
});
