import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { startSystem, type System } from '#launcher';
import { AskForMail, AskForMailing, Outbox } from '#messaging';
import { createDataSource } from '../../apps/conference-registration/src/data-source.js';
import { person, startTelling, type Telling } from '../events-calendar/read-model/telling.js';

const content = (subject: string) => ({
  subject,
  html: `<!DOCTYPE html><html lang="en-GB"><title>${subject}</title><p>Hello</p></html>`,
  text: 'Hello\n',
});

describe('mails that conference registration asks for', () => {
  let system: System;
  let telling: Telling;
  let dataSource: DataSource;
  const outbox = new Outbox('conference-registration');

  beforeAll(async () => {
    system = await startSystem({
      apps: ['conference-registration', 'members', 'mailer'],
      mailbox: true,
      env: { SMTP_RATE: '1000' },
    });
    telling = await startTelling(system, 'mailer');
    dataSource = await createDataSource(system.databaseUrl('conference-registration')).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await telling.stop();
    await system.stop();
  });

  const address = () => `${randomUUID()}@example.org`;
  const arrived = (to: string) => system.mailbox.all().filter((mail) => mail.to.includes(to));

  it('come to guests, whom members does not know, once however often they are asked for', async () => {
    const to = { name: 'Gŵyn Guest', address: address() };
    const mail = {
      mailId: randomUUID(),
      reader: { personId: null, to },
      kind: 'bookings' as const,
      content: { ...content('Five places are yours'), calendar: null },
      correlationId: randomUUID(),
    };
    const ask = new AskForMail(outbox, 'conference-registration');
    await dataSource.transaction((manager) => ask.run(manager, mail));
    await dataSource.transaction((manager) => ask.all(manager, [mail, { ...mail, mailId: randomUUID() }]));
    const found = await system.mailbox.waitFor(to.address);
    expect(found).toMatchObject({ subject: 'Five places are yours' });
    await telling.until('both mails to be there', () => Promise.resolve(arrived(to.address).length === 2));
  });

  it('come to each of many readers once: people by their own address, others by the one that is given', async () => {
    const ada = person({ email: address() });
    await telling.tell('members.person-changed.v1', 1, ada);
    const others = Array.from({ length: 510 }, (_, at) => ({
      personId: null,
      to: { name: `Delegate ${at}`, address: `delegate-${at}-${ada.id}@example.org` },
    }));
    const [first] = others;
    const mailingId = randomUUID();
    const goesTo = await dataSource.transaction((manager) =>
      new AskForMailing(outbox, 'conference-registration').run(manager, {
        mailingId,
        title: 'Annual Conference 2027: how to get there',
        readers: [
          { personId: ada.id },
          { personId: ada.id },
          ...others,
          { personId: null, to: { name: null, address: ` ${first?.to.address.toUpperCase()}` } },
        ],
        kind: 'conference-news',
        content: content('How to get there'),
        neededBy: Temporal.Now.instant().add({ hours: 1 }),
        correlationId: randomUUID(),
      }),
    );
    expect(goesTo).toBe(511);
    await telling.until('all mails to be taken in', async () => {
      const rows = await telling.query('SELECT FROM mails WHERE mailing_id = $1', [mailingId]);
      return rows.length === 511;
    });
    await expect(
      telling.query(
        `SELECT to_name, to_address FROM mails WHERE mailing_id = $1 AND (person_id = $2 OR to_name = 'Delegate 0')
         ORDER BY to_name`,
        [mailingId, ada.id],
      ),
    ).resolves.toEqual([
      { to_name: ada.name, to_address: ada.email },
      { to_name: 'Delegate 0', to_address: first?.to.address },
    ]);
    const [mailing] = await telling.query(
      'SELECT kind, title, total, needed_by > now() AS "isNeeded" FROM mailings WHERE id = $1',
      [mailingId],
    );
    expect(mailing).toEqual({
      kind: 'conference-news',
      title: 'Annual Conference 2027: how to get there',
      total: 511,
      isNeeded: true,
    });
  });

  it('are asked for by the transaction or not at all', async () => {
    const to = { name: null, address: address() };
    const ask = new AskForMail(outbox, 'conference-registration');
    const mail = {
      mailId: randomUUID(),
      reader: { personId: null, to },
      kind: 'booking-links' as const,
      content: content('A link'),
      correlationId: randomUUID(),
    };
    await expect(
      dataSource.transaction(async (manager) => {
        await ask.run(manager, mail);
        throw new Error('no place left');
      }),
    ).rejects.toThrow('no place left');
    await expect(
      dataSource.query(`SELECT FROM outbox WHERE payload ->> 'mailId' = $1`, [mail.mailId]),
    ).resolves.toEqual([]);
    await expect(ask.run(dataSource.manager, mail)).rejects.toThrow('outside a transaction');
  });
});
