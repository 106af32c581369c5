import { randomUUID } from 'node:crypto';
import { startSystem, type Misbehaviour, type Moment, type System } from '#launcher';
import { Asking } from './asking.js';
import { writtenMail } from './written-mail.js';

/** What has to become of a mail at once. */
type Fate = 'sent' | 'deferred' | 'refused';

const later = { code: 451, words: '4.3.0 Not now' };
const never = { code: 554, words: '5.3.0 Not ever' };

/** What somebody might type to make a mail more than words. */
const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("return 1")()}} ${7*7} <%= 7*7 %> #{7*7}',
  '=?utf-8?B?QmNjOiB4QGV4YW1wbGUub3Jn?=',
  '\u202Egnp.stnemecnuonna\u202C',
  '<!--notice--> <!--stop--> [  notice  ] [  stop  ]',
  'EVENT\\nEND:VEVENT\\nBEGIN:VALARM; CN="x":mailto:x@example.org',
];

/** Every moment and every way, and what each means for the mail. */
const faults: readonly (readonly [Moment, Misbehaviour, Fate])[] = [
  ['greeting', { after: 300 }, 'sent'],
  ['greeting', { after: 5000 }, 'deferred'],
  ['greeting', 'hang', 'deferred'],
  ['greeting', 'drop', 'deferred'],
  ['greeting', later, 'deferred'],
  // A server that will have nothing to do with us says nothing of this mail.
  ['greeting', never, 'deferred'],
  ['sender', { after: 300 }, 'sent'],
  ['sender', 'hang', 'deferred'],
  ['sender', 'drop', 'deferred'],
  ['sender', later, 'deferred'],
  ['sender', never, 'refused'],
  ['recipient', 'hang', 'deferred'],
  ['recipient', 'drop', 'deferred'],
  ['recipient', later, 'deferred'],
  ['recipient', never, 'refused'],
  ['recipient', { code: 421, words: '4.3.2 Going away' }, 'deferred'],
  ['data', 'hang', 'deferred'],
  ['data', 'drop', 'deferred'],
  ['content', { after: 300 }, 'sent'],
  ['content', 'hang', 'deferred'],
  ['content', 'drop', 'deferred'],
  ['content', later, 'deferred'],
  ['content', never, 'refused'],
  ['content', 'keep-and-drop', 'deferred'],
];

describe('a mail server that misbehaves, and people who do', () => {
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    system = await startSystem({ apps: ['members', 'mailer'], mailbox: true, env: { SMTP_TIMEOUT: '3' } });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
  });
  afterEach(() => system.mailbox.behave());

  const copies = (address: string) => system.mailbox.all().filter(({ to }) => to.includes(address));

  it.each(faults)('loses and doubles nothing (%s, %j: %s)', async (at, how, fate) => {
    // Connections that are open already have been greeted.
    await system.mailbox.down();
    await system.mailbox.up();
    system.mailbox.misbehave(at, how);
    const { mailId, to } = await asking.mail();
    const { last_answer, html } = await asking.until(mailId, fate);
    // Before it is tried again by itself.
    system.mailbox.behave();
    expect(html === null).toBe(fate !== 'deferred');
    expect(last_answer).toBe((await asking.history(mailId)).at(0)?.answer);
    if (typeof how === 'object' && 'code' in how) expect(last_answer).toContain(`${how.code} ${how.words}`);
    // It is logged by its id and the server's code, without a word of its own.
    await asking.so(() => system.logs('mailer').includes(mailId));
    const line =
      system
        .logs('mailer')
        .split('\n')
        .find((each) => each.includes(mailId)) ?? '';
    expect(line).toContain(`"status":"${fate}"`);
    expect(line).not.toContain(to.address);
    if (fate === 'deferred') {
      await asking.pass(mailId);
      await asking.until(mailId, 'sent');
    }
    // In SMTP's unclear window there may be two, which can be told by their Message-ID.
    const unclear = how === 'keep-and-drop' ? 2 : 1;
    expect(copies(to.address)).toHaveLength(fate === 'refused' ? 0 : unclear);
    expect(new Set(copies(to.address).map(({ messageId }) => messageId)).size).toBe(
      fate === 'refused' ? 0 : 1,
    );
  });

  it('is not asked by all mails that wait', async () => {
    await system.mailbox.down();
    await system.mailbox.up();
    const before = system.mailbox.visits('greeting');
    system.mailbox.misbehave('greeting', { after: 5000 });
    const all = await Promise.all(Array.from({ length: 20 }, () => asking.mail()));
    await asking.until(all[0]?.mailId ?? '', 'deferred');
    // Those that were on their way together have asked together; the others have not.
    expect(system.mailbox.visits('greeting') - before).toBeLessThan(all.length);
    system.mailbox.behave();
    for (const { mailId, to } of all) {
      await asking.until(mailId, 'sent');
      expect(copies(to.address)).toHaveLength(1);
    }
  });

  it.each(hostile)('gets words that are only ever words: %s', async (typed) => {
    const id = randomUUID();
    const written = writtenMail(`News of ${typed}`, typed);
    const asked = await asking.mail({
      kind: 'reminders',
      ...written,
      personId: randomUUID(),
      to: { name: typed, address: `${id}@example.org` },
      due: '2026-01-01T10:00:00Z',
      calendar: {
        method: 'REQUEST',
        content:
          'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:u@example.org\r\nDTSTAMP:20260101T000000Z\r\n' +
          'DTSTART:20260105T140000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      },
    });
    const mail = await system.mailbox.waitFor(asked.to.address);
    expect(mail.to).toEqual([asked.to.address]);
    expect(mail.header('Bcc')).toBeUndefined();
    expect(mail.html).not.toMatch(/<script|<img/i);
    expect(mail.html + mail.text + mail.subject).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    expect(mail.text).not.toContain(' 49 ');
    expect(mail.text.match(/^This reminder comes late/gm)).toHaveLength(1);
    expect(mail.text.match(/^Stop these mails:$/gm)).toHaveLength(1);
    const invite = mail.attachments[0]?.content.toString('utf8').replaceAll('\r\n ', '') ?? '';
    expect(invite.match(/^(?:BEGIN|END):/gm)).toHaveLength(4);
    expect(invite.match(/^ATTENDEE/gm)).toHaveLength(1);
    expect(invite).not.toMatch(/[\u202A-\u202E]/);
  });

  it.each(['\r\nBcc: all@example.org', '\nSubject: other', '\rX: y', '\u0085', '\u2028X: y'])(
    'gets no header that somebody typed: %j',
    async (typed) => {
      const id = randomUUID();
      const good = { name: 'Sam', address: `${id}@example.org` };
      const all = [
        await asking.mail({ to: good, subject: `News${typed}` }),
        await asking.mail({ to: { ...good, name: `Sam${typed}` } }),
        await asking.mail({ to: { ...good, address: `${good.address}${typed}` } }),
      ];
      for (const { mailId } of all) {
        expect((await asking.until(mailId, 'refused')).last_answer).toMatch(/^Not sent: /);
      }
      expect(system.mailbox.all().filter(({ to }) => to.includes(good.address))).toEqual([]);
    },
  );
});
