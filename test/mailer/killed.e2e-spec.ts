import { startSystem, type System } from '#launcher';
import { Asking } from './asking.js';

/** Mails that a mailer has on their way at a time. */
const connections = 5;

describe('a mailer that is killed while it sends', () => {
  let system: System;
  let asking: Asking;
  beforeAll(async () => {
    system = await startSystem({
      apps: ['members', 'mailer'],
      mailbox: true,
      env: { SMTP_RATE: '1000', SMTP_CONNECTIONS: String(connections) },
    });
    asking = Asking.in(system);
  });
  afterAll(async () => {
    await asking.close();
    await system.stop();
  });

  const arrived = (address: string) => system.mailbox.all().filter(({ to }) => to.includes(address));

  it('sends what it had at hand when it is back, with the same Message-ID', async () => {
    system.mailbox.misbehave('content', 'hang');
    const asked = await asking.mail();
    await asking.so(() => system.mailbox.visits('content') > 0);
    await system.kill('mailer', 'SIGKILL');
    expect(await asking.logged(asked.mailId)).toMatchObject({ status: 'asked', attempts: 1 });
    system.mailbox.behave();
    await system.restart('mailer');
    await asking.pass(asked.mailId);
    const mail = await system.mailbox.waitFor(asked.to.address);
    expect(mail.messageId).toContain(asked.mailId);
    expect(await asking.until(asked.mailId, 'sent')).toMatchObject({ attempts: 2 });
    expect(arrived(asked.to.address)).toHaveLength(1);
  });

  it('loses none of many, and doubles no more than were on their way', async () => {
    // Taking mails in is the queue's to repeat; here it is about what has been taken in.
    const before = system.mailbox.all().length;
    system.mailbox.misbehave('content', 'hang');
    const all = await Promise.all(Array.from({ length: 600 }, () => asking.mail()));
    const ids = all.map(({ mailId }) => mailId);
    await asking.so(async () => {
      const taken = await asking.ask('SELECT FROM mails WHERE id = ANY ($1)', [ids]);
      return taken.length === all.length;
    });
    system.mailbox.behave();
    const kills = 3;
    for (let kill = 0; kill < kills; kill += 1) {
      await asking.so(() => system.mailbox.all().length >= before + kill * 150);
      await system.kill('mailer', 'SIGKILL');
      await asking.ask('UPDATE mails SET claimed_until = now() WHERE claimed_until IS NOT NULL');
      await system.restart('mailer');
    }
    for (const { mailId } of all) await asking.until(mailId, 'sent');
    const counts = all.map(({ mailId, to }) => {
      const mails = arrived(to.address);
      expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
      expect(mails[0]?.messageId).toContain(mailId);
      return mails.length;
    });
    expect(counts.filter((count) => count === 0)).toEqual([]);
    expect(counts.filter((count) => count > 1).length).toBeLessThanOrEqual(kills * connections);
  });

  it('finishes what is on its way when it is told to stop', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => asking.mail()));
    await system.mailbox.waitFor(all[0]?.to.address ?? '');
    await system.kill('mailer', 'SIGTERM');
    const claimed = await asking.ask('SELECT id FROM mails WHERE claim IS NOT NULL');
    expect(claimed).toEqual([]);
    await system.restart('mailer');
    for (const { mailId, to } of all) {
      await asking.until(mailId, 'sent');
      expect(arrived(to.address)).toHaveLength(1);
    }
  });
});
