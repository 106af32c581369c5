import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, startSystem, type System } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { staffPerson, startIdentity, type TestIdentity } from '../events-calendar/signed-in.js';
import { MessagesStage } from './messages-stage.js';

const overview = '/mail/messages';
const letters = `${overview}/dead-letters`;
const requestId = 'a-request-with-everything';
const long = 'a-word-that-does-not-end-'.repeat(12);

/** A dead letter as it is kept. */
const deadLetter = {
  type: 'members.mail-requested.v1',
  message: { id: randomUUID(), payload: { to: { name: 'Sam' }, mailId: randomUUID(), [long]: long } },
  error: `QueryFailedError: ${long}\n    at handle (file:///${long}.js:1:2)\n    at other (file:///x.js:3:4)`,
};

describe('the pages about messages', () => {
  let identity: TestIdentity;
  let system: System;
  let stage: MessagesStage;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    identity = await startIdentity('mailer');
    system = await startSystem({
      apps: [
        'members',
        'events-calendar',
        'conference-registration',
        'exhibition-stands',
        'study-visits',
        'mailer',
      ],
      env: identity.env,
    });
    stage = new MessagesStage(system);
    browser = await openBrowser();
    const extraHTTPHeaders = await identity.headers(staffPerson);
    page = await browser.newPage({ extraHTTPHeaders });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
    await system.stop();
    await identity.stop();
  });

  /** Opens a page, which must be without fault at any width, light and dark. */
  async function look(name: string, path: string): Promise<string> {
    const complaints = listenForComplaints(page);
    await page.goto(`${system.urls['mailer']}${path}`);
    await shoot(page, `messages ${name}`);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    return (await page.textContent('main')) ?? '';
  }

  it('can be read while there is nothing', async () => {
    expect(await look('well', overview)).toContain('All is well');
    expect(await look('no letters', letters)).toContain('No message was given up');
    expect(await look('no trace', `${overview}/trace?id=${randomUUID()}`)).toContain('Nothing is known');
    expect(await look('wrong trace', `${overview}/trace?id=a+b`)).toContain('That is no id');
  });

  it('can be read when everything goes wrong at once', async () => {
    const id = await fill();
    await system.kill('events-calendar');
    expect(await look('troubles', overview)).toContain('that Mail could not handle');
    expect(await look('letters', letters)).toContain('Put back all');
    expect(await look('letters of one', `${letters}?service=mailer&page=2`)).toContain('Mail: 72 messages');
    expect(await look('past the end', `${letters}?service=mailer&page=9`)).toContain('ends before this page');
    expect(await look('letter', `${letters}/mailer/${id}`)).toContain('Put it back');
    expect(await look('put back', `${letters}/mailer/${id}/requeue`)).toContain('Put this message back?');
    expect(await look('put all back', `${letters}/mailer/requeue`)).toContain('Put back all 71 messages');
    expect(await look('trace', `${overview}/trace?id=${requestId}`)).toContain('From first to last');
    await page.goto(`${system.urls['mailer']}${letters}/mailer/${id}/requeue`);
    await page.getByRole('button', { name: 'Put it back' }).click();
    expect(await page.textContent('body')).toContain('on its way to Mail again');
  });

  /** Tables as after a bad day. @returns the id of a dead letter */
  async function fill(): Promise<string> {
    const { type, message, error } = deadLetter;
    const id = randomUUID();
    for (const app of ['mailer', 'members']) {
      await stage.ask(
        app,
        `INSERT INTO inbox (message_id, type, correlation_id, handled_at, sent_at, took_ms)
         SELECT gen_random_uuid(), 'a', 'c', at, at - make_interval(secs => n / 20.0), 3
         FROM generate_series(1, 1400) AS n, LATERAL (SELECT now() - make_interval(secs => n * 2.5)) AS t (at)
         WHERE n % 7 <> 0`,
      );
    }
    await stage.ask(
      'mailer',
      `INSERT INTO dead_letters (id, type, correlation_id, message, error, attempts, died_at, requeued_at)
       SELECT CASE n WHEN 1 THEN $1::uuid ELSE gen_random_uuid() END, CASE n WHEN 3 THEN 'of.another.v9' ELSE $2 END,
         CASE WHEN n < 3 THEN $3 ELSE 'another-request' END,
         $4::jsonb, CASE n WHEN 4 THEN 'Error: not handled within 30 s' ELSE $5 END, 10, now() - make_interval(mins => n),
         CASE n WHEN 2 THEN now() END
       FROM generate_series(1, 72) AS n`,
      [id, type, requestId, JSON.stringify(message), error],
    );
    const [first, second] = ['019a8d5e-0000-7000-8000-000000000001', '019a8d5e-0000-7000-8000-000000000002'];
    await stage.ask(
      'members',
      `INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers, delivered_at,
         claim, leased_until)
       VALUES ($1, 'members.person-changed.v1', 'a', 1, $3, now() - interval '3 minutes', '{}', '{mailer,events-calendar}',
         now() - interval '3 minutes', NULL, NULL),
         ($2, 'members.mail-requested.v1', 'b', 1, $3, now() - interval '2 minutes', '{}', '{mailer}', NULL,
         gen_random_uuid(), now() + interval '1 day')`,
      [first, second, requestId],
    );
    await stage.ask(
      'mailer',
      `INSERT INTO inbox (message_id, type, correlation_id, handled_at, sent_at, took_ms)
       VALUES ($1, 'members.person-changed.v1', $2, now() - interval '170 seconds', now() - interval '3 minutes', 12)`,
      [first, requestId],
    );
    await stage.ask(
      'mailer',
      `INSERT INTO mails (id, kind, to_address, subject, message_id, status, needed_by, asked_at, sent_at, correlation_id)
       SELECT gen_random_uuid(), 'sign-in', repeat('long-address-', 5) || n || '@' || repeat('sub.', 20) || 'example', 'S', 'm',
         CASE WHEN n % 5 = 0 THEN 'refused' ELSE 'sent' END, now(), now() - interval '1 minute',
         CASE WHEN n % 5 = 0 THEN NULL ELSE now() END, $1
       FROM generate_series(1, 24) AS n`,
      [requestId],
    );
    return id;
  }
});
