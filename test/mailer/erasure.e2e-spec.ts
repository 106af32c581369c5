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
  }, 120_000);
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

    expect(await heldOn(personId)).toEqual([
      expect.objectContaining({ address: to.address, subject: sent.subject, status: 'sent' }),
      expect.objectContaining({ address: to.address, subject: waiting.subject, status: 'deferred' }),
    ]);
    const erasureId = randomUUID();
    await asking.send('members.person-erased.v1', { id: personId, erasureId });
    await asking.until(waiting.mailId, 'withdrawn');
    const lines = await asking.ask('SELECT * FROM mails WHERE id <> $1', [another.mailId]);
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Alex|alex@example|Sign in to|${personId}`));
    expect(await heldOn(personId)).toEqual([]);
    expect(await asking.history(waiting.mailId)).toEqual([{ status: 'deferred', answer: null }]);
    expect(await asking.logged(another.mailId)).toMatchObject({ to_name: 'Kim Kept', person_id: other });

    const answers = await asking.ask(
      `SELECT payload, consumers FROM outbox WHERE type = 'mailer.person-erasure-done.v1'`,
    );
    expect(answers).toEqual([
      { payload: { erasureId, personId, did: '3 mails made anonymous' }, consumers: ['members'] },
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
});
