import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { heldDataPath, heldSectionsSchema } from '#platform';
import { Asking } from './asking.js';

describe('when a person is erased', () => {
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    system = await startSystem({ apps: ['members', 'mailer'], mailbox: true });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
  });

  /** What `members` is told that the mailer holds on somebody. */
  async function heldOn(personId: string) {
    const response = await fetch(`${system.urls['mailer']}${heldDataPath.replace(':personId', personId)}`, {
      headers: { authorization: `Bearer ${system.secrets.internal}` },
    });
    return heldSectionsSchema.parse(await response.json()).flatMap(({ rows }) => rows);
  }

  it('nothing in the log names them, what waits is withdrawn, and members is told', async () => {
    const [personId, other] = [randomUUID(), randomUUID()];
    const to = { name: 'Alex Erased', address: 'alex@example.org' };
    const sent = await asking.mail({ personId, to });
    await asking.until(sent.mailId, 'sent');
    const invitation = await asking.mail({ to: { name: null, address: to.address } });
    await asking.until(invitation.mailId, 'sent');
    const another = await asking.mail({ personId: other, to: { ...to, name: 'Kim Kept' } });
    await asking.until(another.mailId, 'sent');
    system.mailbox.misbehave('recipient', { code: 450, words: '4.2.2 alex@example.org is full' });
    const waiting = await asking.mail({ personId, to });
    await asking.until(waiting.mailId, 'deferred');
    system.mailbox.behave();
    await asking.ask(
      `INSERT INTO suppressed_addresses (id, address, person_id, answer, mail_id) VALUES
         (gen_random_uuid(), 'alex@old.example', $1, '550 5.1.1 alex@old.example unknown', $2), (gen_random_uuid(), 'alex@example.org', NULL, '550 No', $2),
         (gen_random_uuid(), 'kim@example.org', $3, '550 No', $2)`,
      [personId, sent.mailId, other],
    );

    expect(await heldOn(personId)).toEqual([
      expect.objectContaining({ address: to.address, subject: sent.subject, status: 'Sent' }),
      expect.objectContaining({ address: to.address, subject: waiting.subject, status: 'Trying again' }),
      expect.objectContaining({ address: 'alex@old.example', answer: '550 5.1.1 alex@old.example unknown' }),
    ]);
    const erasureId = randomUUID();
    await asking.send('members.person-erased.v1', { id: personId, erasureId });
    await asking.until(waiting.mailId, 'withdrawn');
    const lines = await asking.ask('SELECT * FROM mails WHERE id <> $1', [another.mailId]);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Alex|alex@example|Sign in to|${personId}`));
    expect(await heldOn(personId)).toEqual([]);
    expect(await asking.ask('SELECT address FROM suppressed_addresses')).toEqual([
      { address: 'kim@example.org' },
    ]);
    expect(await asking.history(waiting.mailId)).toEqual([{ status: 'deferred', answer: null }]);
    expect(await asking.logged(another.mailId)).toMatchObject({ to_name: 'Kim Kept', person_id: other });

    const answers = await asking.ask(
      `SELECT payload, consumers FROM outbox WHERE type = 'mailer.person-erasure-done.v1'`,
    );
    expect(answers).toEqual([
      {
        payload: {
          erasureId,
          personId,
          did: '3 mails made anonymous, 2 addresses deleted that a mail server had refused',
        },
        consumers: ['members'],
      },
    ]);
    expect(system.mailbox.all().filter((mail) => mail.to.includes(to.address))).toHaveLength(3);
  });

  it('members is told also when there was nothing', async () => {
    const [personId, erasureId] = [randomUUID(), randomUUID()];
    await asking.send('members.person-erased.v1', { id: personId, erasureId });
    await asking.so(async () => {
      const [answer] = await asking.ask<{ did: string }>(
        `SELECT payload ->> 'did' AS did FROM outbox WHERE payload ->> 'erasureId' = $1`,
        [erasureId],
      );
      return answer?.did === '0 mails made anonymous';
    });
  });

  it('every column that points at a person is known, so that none is forgotten in forgetting', async () => {
    const columns = await asking.ask<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'mailer' AND data_type = 'uuid'
         AND (column_name ~ '(person|people|actor|merged|_by$|owner|reader|recipient)' OR table_name ~ 'people')
       ORDER BY 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      // That somebody was erased; it leads to nobody.
      'erased_people.id',
      'mails.person_id',
      'people.id',
      'people.merged_into',
      'suppressed_addresses.person_id',
      'switched_off.person_id',
    ]);
  });
});
