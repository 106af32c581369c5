import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startSystem, type System } from '#launcher';
import { heldDataPath, heldSectionsSchema } from '#platform';
import { ForgetOldMailings } from '../../apps/mailer/src/mailings/forget-old-mailings.js';
import { createDataSource } from '../../apps/mailer/src/data-source.js';
import { Asking } from './asking.js';
import { address, ask, known, mailingOf, recipientOf, tellOf } from './mailing.js';

describe('a mail to many people', () => {
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    system = await startSystem({ apps: ['members', 'mailer'], mailbox: true, env: { SMTP_RATE: '1000' } });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
  });

  const arrived = (to: string | null) => system.mailbox.all().filter((mail) => mail.to.includes(to ?? '-'));

  it('comes to each reader alone, at their own address, under their own name', async () => {
    const readers = [
      await known(asking, { name: 'Ada Example' }),
      await known(asking, { name: 'Gŵyn “G” Example' }),
    ];
    const { mailing } = await ask(asking, readers.map(recipientOf));
    for (const { email, name } of readers) {
      const mail = await system.mailbox.waitFor(email ?? '');
      expect(mail).toMatchObject({ subject: mailing.subject, to: [email] });
      expect(mail.source.toString()).not.toContain(readers.find((other) => other.email !== email)?.email);
      const [logged] = await asking.ask('SELECT to_name, mailing_id, html FROM mails WHERE to_address = $1', [
        email,
      ]);
      expect(logged).toEqual({ to_name: name, mailing_id: mailing.mailingId, html: null });
    }
  });

  it('comes once, however often it is delivered, and also when it is asked for twice', async () => {
    const recipients = [recipientOf(await known(asking)), recipientOf(await known(asking))];
    const { mailing, messages } = await ask(asking, recipients);
    for (const { mailId } of recipients) await asking.until(mailId, 'sent');
    for (const message of messages) await asking.deliverAgain(message);
    // Other messages, which no inbox can know, with the same mails.
    await address(asking, mailing.mailingId, recipients);
    const last = recipientOf(await known(asking));
    await address(asking, mailing.mailingId, [...recipients, last]);
    await asking.until(last.mailId, 'sent');
    for (const { personId } of [...recipients, last])
      expect(arrived(`${personId}@example.org`)).toHaveLength(1);
  });

  it('goes out also when its readers are told before what it says', async () => {
    const mailing = mailingOf(1);
    const recipient = recipientOf(await known(asking));
    const [addressed = ''] = await address(asking, mailing.mailingId, [recipient]);
    await asking.so(() => system.logs('mailer').includes(`${mailing.mailingId} says has not come yet`));
    expect(await asking.ask('SELECT FROM inbox WHERE message_id = $1', [addressed])).toEqual([]);
    await asking.send('events-calendar.mailing-requested.v1', mailing, { id: mailing.mailingId, version: 1 });
    await asking.until(recipient.mailId, 'sent');
  });

  it('waits for a reader who is not known yet, and holds up nobody else', async () => {
    const [late, never, nobody] = [randomUUID(), randomUUID(), randomUUID()];
    const now = recipientOf(await known(asking));
    const waiting = [late, never, nobody].map((id) => recipientOf({ id }));
    await ask(asking, [...waiting, now]);
    await asking.until(now.mailId, 'sent');
    const [toLate, toNever, toNobody] = waiting.map(({ mailId }) => mailId);
    expect(await asking.logged(toLate ?? '')).toMatchObject({
      status: 'asked',
      to_address: null,
      attempts: 0,
    });
    await tellOf(asking, { id: late, name: 'Late Example' });
    expect(await asking.until(toLate ?? '', 'sent')).toMatchObject({ to_name: 'Late Example' });
    expect(arrived(`${late}@example.org`)).toHaveLength(1);

    await tellOf(asking, { id: nobody, email: null });
    const refused = await asking.until(toNobody ?? '', 'refused');
    expect(refused.last_answer).toBe('Not sent: its reader has no verified mail address.');

    await asking.ask('UPDATE mails SET needed_by = now(), next_attempt_at = now() WHERE id = $1', [toNever]);
    await asking.ask(`SELECT pg_notify('mailer_mails', '')`);
    const tooLate = await asking.until(toNever ?? '', 'too-late');
    expect(tooLate.last_answer).toBe('Not sent: its reader was not known while it was of use.');
  });

  it('misses nobody who is told of at the very moment that their mail is taken in', async () => {
    const ids = Array.from({ length: 200 }, () => randomUUID());
    const recipients = ids.map((id) => recipientOf({ id }));
    const { mailing } = await ask(asking, [], { total: ids.length });
    await Promise.all(
      recipients.map(async (recipient, index) => {
        const told = tellOf(asking, { id: recipient.personId });
        await asking.send(
          'events-calendar.mailing-addressed.v1',
          { mailingId: mailing.mailingId, recipients: [recipient] },
          { id: mailing.mailingId, version: 2 + index },
        );
        await told;
      }),
    );
    await asking.so(async () => {
      const sent = await asking.ask(`SELECT FROM mails WHERE mailing_id = $1 AND status = 'sent'`, [
        mailing.mailingId,
      ]);
      return sent.length === ids.length;
    });
    for (const id of ids) expect(arrived(`${id}@example.org`)).toHaveLength(1);
  });

  it('is not sent where there is no address, or it is of no use any more', async () => {
    const recipient = recipientOf(await known(asking, { email: null }));
    await ask(asking, [recipient]);
    expect((await asking.until(recipient.mailId, 'refused')).last_answer).toContain(
      'no verified mail address',
    );
    expect(await asking.history(recipient.mailId)).toHaveLength(1);
    const late = recipientOf(await known(asking));
    await ask(asking, [late], { neededBy: '2026-01-01T00:00:00Z' });
    expect(await asking.until(late.mailId, 'too-late')).toMatchObject({ attempts: 1 });
    expect(arrived(`${late.personId}@example.org`)).toEqual([]);
  });

  it('follows a record that was merged into another, also what has waited', async () => {
    const kept = await known(asking, { name: 'Kept Example' });
    const merged = { id: randomUUID(), mergedInto: kept.id, email: null };
    const before = recipientOf(merged);
    await ask(asking, [before]);
    await asking.until(before.mailId, 'asked');
    await known(asking, merged, 2);
    expect(await asking.until(before.mailId, 'sent')).toMatchObject({
      to_address: kept.email,
      person_id: kept.id,
    });
    const after = recipientOf(merged);
    await ask(asking, [after]);
    expect(await asking.until(after.mailId, 'sent')).toMatchObject({
      to_address: kept.email,
      person_id: kept.id,
    });
    expect(arrived(kept.email)).toHaveLength(2);
    // An older message does not bring the record back.
    await tellOf(asking, { id: merged.id, email: 'old@example.org' }, 1);
    const third = recipientOf(merged);
    await ask(asking, [third]);
    expect(await asking.until(third.mailId, 'sent')).toMatchObject({ to_address: kept.email });
  });

  it('goes to the newest address that is known', async () => {
    const person = await known(asking, {}, 5);
    await known(asking, { id: person.id, email: `new-${person.id}@example.org` }, 6);
    await tellOf(asking, person, 5);
    const recipient = recipientOf(person);
    await ask(asking, [recipient]);
    expect(await asking.until(recipient.mailId, 'sent')).toMatchObject({
      to_address: `new-${person.id}@example.org`,
    });
  });

  it('is not sent to whoever has been erased, before or while it waits, and names them nowhere', async () => {
    const gone = await known(asking, { name: 'Gone Example' });
    const unknown = { id: randomUUID() };
    await asking.ask(`INSERT INTO switched_off (person_id, kind, how) VALUES ($1, 'reminders', 'page')`, [
      gone.id,
    ]);
    system.mailbox.misbehave('recipient', { code: 450, words: '4.2.1 busy' });
    const waiting = [recipientOf(gone), recipientOf(unknown)];
    const { mailing } = await ask(asking, waiting);
    await asking.until(waiting[0]?.mailId ?? '', 'deferred');
    await asking.until(waiting[1]?.mailId ?? '', 'asked');
    for (const { id } of [gone, unknown]) {
      await asking.send('members.person-erased.v1', { id, erasureId: randomUUID() });
    }
    for (const { mailId } of waiting) await asking.until(mailId, 'withdrawn');
    system.mailbox.behave();
    // What comes late does not bring them back.
    await tellOf(asking, gone, 9);
    const later = [recipientOf(gone), recipientOf(unknown)];
    await address(asking, mailing.mailingId, later);
    for (const { mailId } of later) {
      expect(await asking.until(mailId, 'withdrawn')).toMatchObject({
        person_id: null,
        to_name: null,
        subject: null,
      });
    }
    const tables = await asking.ask<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'mailer'
         AND tablename NOT IN ('erased_people', 'outbox') ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['mails', 'people', 'switched_off']),
    );
    for (const { name: table } of tables) {
      const found = await asking.ask(
        `SELECT FROM ${table} t WHERE t::text LIKE $1 OR t::text LIKE $2 OR t::text LIKE $3`,
        [`%${gone.id}%`, '%Gone Example%', `%${unknown.id}%`],
      );
      expect([table, found.length]).toEqual([table, 0]);
    }
    const [answer] = await asking.ask<{ did: string }>(
      `SELECT payload ->> 'did' AS did FROM outbox WHERE payload ->> 'personId' = $1`,
      [gone.id],
    );
    expect(answer?.did).toBe('1 mail made anonymous, 1 choice of mails deleted, name and address deleted');
    expect(arrived(gone.email)).toEqual([]);
  });

  it('is told to its reader when they ask what is held on them', async () => {
    const person = await known(asking, { name: 'Held Example' });
    const recipient = recipientOf(person);
    const { mailing } = await ask(asking, [recipient]);
    await asking.until(recipient.mailId, 'sent');
    const response = await fetch(`${system.urls['mailer']}${heldDataPath.replace(':personId', person.id)}`, {
      headers: { authorization: `Bearer ${system.secrets.internal}` },
    });
    const held = new Map(heldSectionsSchema.parse(await response.json()).map(({ key, rows }) => [key, rows]));
    expect(held.get('address')).toEqual([{ name: 'Held Example', address: person.email }]);
    expect(held.get('mails')).toEqual([
      expect.objectContaining({ subject: mailing.subject, status: 'Sent' }),
    ]);
    expect(held.get('switchedOff')).toEqual([]);
  });

  it('is forgotten when it is not needed any more: what it said first, itself with its last mail', async () => {
    const dataSource = await createDataSource(system.databaseUrl('mailer')).initialize();
    try {
      const forget = new ForgetOldMailings(dataSource);
      const said = async (id: string) =>
        asking.ask<{ has: boolean }>('SELECT html IS NOT NULL AS has FROM mailings WHERE id = $1', [id]);
      const sent = recipientOf(await known(asking));
      const waits = recipientOf({ id: randomUUID() });
      const [done, open, unfinished] = [
        (await ask(asking, [sent])).mailing.mailingId,
        (await ask(asking, [waits])).mailing.mailingId,
        (await ask(asking, [], { total: 1 })).mailing.mailingId,
      ];
      await asking.until(sent.mailId, 'sent');
      await asking.until(waits.mailId, 'asked');
      await asking.so(async () => (await said(unfinished)).length === 1);
      const all = [done, open, unfinished];
      const older = async (days: number) => {
        await asking.ask(
          `UPDATE mailings SET asked_at = asked_at - make_interval(days => $2) WHERE id = ANY ($1)`,
          [all, days],
        );
        await asking.ask(
          `UPDATE mail_attempts SET at = at - make_interval(days => $2)
           WHERE mail_id IN (SELECT id FROM mails WHERE mailing_id = ANY ($1))`,
          [all, days],
        );
      };
      await older(13);
      await forget.run();
      expect(await Promise.all(all.map(said))).toEqual([[{ has: true }], [{ has: true }], [{ has: true }]]);
      await older(2);
      await forget.run();
      expect(await Promise.all(all.map(said))).toEqual([[{ has: false }], [{ has: true }], [{ has: true }]]);
      await older(80);
      await asking.ask('DELETE FROM mails WHERE id = $1', [sent.mailId]);
      await forget.run();
      expect(await said(done)).toEqual([]);
      expect(await said(open)).toEqual([{ has: true }]);
    } finally {
      await dataSource.destroy();
    }
  });

  it('is taken in for 10,000 readers with none lost or doubled, in flat memory, though the mailer is killed', async () => {
    const people = 10_000;
    // Sending is another matter: nothing leaves meanwhile.
    await system.mailbox.down();
    await asking.ask(
      `INSERT INTO people (id, name, address, version)
       SELECT id, 'Reader', id || '@example.org', 1 FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $1)) AS new`,
      [people],
    );
    const rows = await asking.ask<{ id: string }>(`SELECT id FROM people WHERE name = 'Reader'`);
    const recipients = rows.map(recipientOf);
    const taken = async (mailingId: string) => {
      const [row] = await asking.ask<{ mails: number; readers: number }>(
        `SELECT count(*)::int AS mails, count(DISTINCT (to_address, person_id))::int AS readers
         FROM mails WHERE mailing_id = $1`,
        [mailingId],
      );
      return row;
    };
    const first = await ask(asking, recipients);
    await asking.so(async () => ((await taken(first.mailing.mailingId))?.mails ?? 0) > 1000);
    await system.kill('mailer', 'SIGKILL');
    await system.restart('mailer');
    await asking.so(async () => (await taken(first.mailing.mailingId))?.mails === people);
    expect(await taken(first.mailing.mailingId)).toEqual({ mails: people, readers: people });

    const before = memoryOf(system.pid('mailer'));
    const more = [];
    for (let each = 0; each < 3; each += 1) {
      const again = await ask(asking, rows.map(recipientOf));
      more.push(again.mailing.mailingId);
      await asking.so(async () => (await taken(again.mailing.mailingId))?.mails === people);
    }
    for (const id of more) expect(await taken(id)).toEqual({ mails: people, readers: people });
    expect(memoryOf(system.pid('mailer')) - before).toBeLessThan(80);
  });
});

/** The memory that a process holds at most so far, in MiB. */
function memoryOf(pid: number): number {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(peak) / 1024;
}
