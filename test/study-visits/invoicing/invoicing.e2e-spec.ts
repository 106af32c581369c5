import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { VisitInvoiceFacts } from '#contracts';
import { jobOf, openQueues, Outbox } from '#messaging';
import { FindOrganisation } from '#people';
import { createDataSource } from '../../../apps/study-visits/src/data-source.js';
import { AskForCredit } from '../../../apps/study-visits/src/invoicing/ask-for-credit.js';
import { MoneyReadiness } from '../../../apps/study-visits/src/invoicing/money-readiness.js';
import { MoveCharges } from '../../../apps/study-visits/src/invoicing/move-charges.js';
import { ReadMoney } from '../../../apps/study-visits/src/invoicing/read-money.js';
import { ReadTravellers } from '../../../apps/study-visits/src/travellers/read-travellers.js';
import { FindVisit } from '../../../apps/study-visits/src/visits/find-visit.js';
import { textOf } from '../../members/browsing.js';
import { until } from '../../until.js';
import { staffPerson, type StagedTraveller, type StagedVisit, type VisitsStage } from '../stage.js';
import { whileVisitLocked } from '../visit-locked.js';
import { ownPath, payer, startInvoicing, type Invoicing } from './invoicing-stage.js';

let own: Invoicing;
let stage: VisitsStage;
let staff: Record<string, string>;

beforeAll(async () => {
  own = await startInvoicing();
  ({ stage, staff } = own);
});
afterAll(() => own?.stop());

describe('a traveller who says who pays', () => {
  it('has deposit and balance invoiced, and finds both by their own link', async () => {
    const { traveller } = await own.travelling();
    expect(await own.textAt(ownPath(traveller))).toContain('costs £950.00, of which £150.00 is the deposit.');
    expect((await own.send(ownPath(traveller), payer)).status).toBe(303);
    await own.heard(traveller, 'issued');
    const [deposit, balance] = await own.charges(traveller);
    expect([deposit?.kind, deposit?.netPence, balance?.kind, balance?.netPence]).toEqual([
      'deposit',
      15_000,
      'balance',
      80_000,
    ]);
    expect(balance?.invoice).toMatchObject({ dueOn: '2035-02-01', outstandingPence: 80_000 });
    const html = await (await fetch(stage.url + ownPath(traveller))).text();
    expect(textOf(html)).toContain('Borchester Council pays for your place.');
    const links = [...html.matchAll(/href="(\/conference\/visit-invoices\/[\w-]{43})"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links).toHaveLength(2);
    const page = textOf(await (await fetch(own.conferenceUrl + links[0])).text());
    expect(page).toContain(deposit?.invoice?.label);
    expect(page).toContain('Accounts payable');
    expect(page).toContain('4500');
  });

  it('does so once, however often the button is pressed, also at the same moment', async () => {
    const { visit, traveller } = await own.travelling();
    const answers = await whileVisitLocked(stage, visit.id, 2, () =>
      Promise.all(Array.from({ length: 4 }, () => own.send(ownPath(traveller), payer))),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    await own.send(ownPath(traveller), { ...payer, who: 'traveller', address: '1 Low Street' });
    await own.heard(traveller, 'issued');
    expect(await own.charges(traveller)).toHaveLength(2);
    const [row] = await own.money.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM visit_charges WHERE traveller_id = $1',
      [traveller.id],
    );
    expect(row?.count).toBe(2);
  });

  it('is told what is missing, beside the fields, and what they typed stays', async () => {
    const { traveller } = await own.travelling({ organisationId: null });
    const answer = await own.send(ownPath(traveller), { ...payer, name: 'Robin', email: 'nowhere' });
    expect(answer.status).toBe(422);
    const text = textOf(await answer.text());
    expect(text).toContain('There is a problem');
    expect(text).toContain('Enter the address for the invoice.');
    expect(await own.charges(traveller)).toEqual([]);
    await own.send(ownPath(traveller), { ...payer, name: 'Robin', address: '1 Low Street' });
    await own.heard(traveller, 'issued');
    expect(await own.textAt(ownPath(traveller))).toContain('You pay for your place yourself.');
  });

  it('is asked nothing with a funded place, or as a leader, or once they have withdrawn', async () => {
    const { visit, traveller } = await own.travelling({ columns: { funded: true } });
    const leader = await own.oneMore(visit, { part: 'leader' });
    const gone = await own.oneMore(visit, { status: 'withdrawn' });
    expect(await own.textAt(ownPath(traveller))).toContain(
      'There is nothing to pay for your place. Funded place',
    );
    expect(await own.textAt(ownPath(leader))).toContain('Leads the visit');
    expect(await own.textAt(ownPath(gone))).toContain('nothing was asked of you');
    for (const one of [traveller, leader, gone]) {
      expect((await own.send(ownPath(one), payer)).status).toBe(303);
      expect(await own.charges(one)).toEqual([]);
    }
  });

  it('is found by their own link alone', async () => {
    const { visit, traveller } = await own.invoiced();
    const other = await own.oneMore(visit);
    expect(await own.textAt(ownPath(other))).not.toContain('INV-');
    const wrong = traveller.secret.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    for (const path of [`/visits/travellers/${wrong}/money`, `/visits/travellers/${traveller.id}/money`]) {
      expect((await fetch(stage.url + path)).status).toBe(404);
      expect((await own.send(path, payer)).status).toBe(404);
    }
    const person = await stage.headers({ id: randomUUID(), roles: ['person', 'booking-contact'] });
    for (const part of ['/money', '/money/export.csv', `/money/${traveller.id}`]) {
      expect((await fetch(stage.url + visit.manage + part, { headers: person })).status).toBe(403);
    }
  });
});

describe('what is heard of an invoice', () => {
  it('is kept: part paid, paid, and shown to the traveller and to staff', async () => {
    const { visit, traveller } = await own.invoiced();
    const [deposit, balance] = await own.charges(traveller);
    await own.pay(5000, deposit?.id ?? '');
    await until(async () => (await own.charges(traveller))[0]?.invoice?.state === 'part-paid');
    expect(await own.textAt(ownPath(traveller))).toContain('Part paid');
    await own.pay(90_000, deposit?.id ?? '', balance?.id ?? '');
    await own.heard(traveller, 'paid');
    const text = await own.textAt(`${visit.manage}/money`, staff);
    expect(text).toContain('Charged, less what was credited £950.00');
    expect(text).toContain('Outstanding £0.00');
  });

  it('is passed over where it is older than what is known', async () => {
    const { traveller } = await own.invoiced();
    const [deposit] = await own.charges(traveller);
    const facts = deposit?.invoice;
    if (!facts) throw new Error('nothing was heard');
    const queues = openQueues({ QUEUE_URL: stage.system.adminUrl });
    const queue = queues.queue('study-visits');
    const type = 'conference-registration.visit-invoice-changed.v1';
    const tell = async (payload: VisitInvoiceFacts) => {
      const id = randomUUID();
      const aggregate = { id: payload.chargeId, version: payload.version };
      const at = '2027-01-01T00:00:00Z';
      const { name, data, opts } = jobOf(type, id, {
        id,
        type,
        aggregate,
        correlationId: 'test',
        at,
        payload,
      });
      await queue.add(name, data, opts);
      await until(
        async () => (await stage.query('SELECT FROM inbox WHERE message_id = $1', [id])).length === 1,
      );
    };
    await tell({ ...facts, state: 'paid', outstandingPence: 0, version: 9 });
    await tell({ ...facts, version: 8 });
    expect((await own.charges(traveller))[0]?.invoice).toMatchObject({ state: 'paid', version: 9 });
    // Of a charge that is known no longer.
    await tell({ ...facts, chargeId: randomUUID() });
    await queue.close();
    await queues.close();
  });

  it('is overdue by the day, on which nobody sends a message', async () => {
    const { visit, traveller } = await own.invoiced();
    await stage.query(
      `UPDATE traveller_charges SET invoice = jsonb_set(invoice, '{dueOn}', '"2026-01-31"') WHERE traveller_id = $1 AND kind = 'deposit'`,
      [traveller.id],
    );
    const text = await own.textAt(`${visit.manage}/money`, staff);
    expect(text).toContain('1 invoice overdue, £150');
    expect(await own.textAt(ownPath(traveller))).toContain('Overdue');
  });
});

describe('what is credited to somebody who withdraws', () => {
  const credited = async (traveller: StagedTraveller, percent: number) => {
    const source = await createDataSource(stage.system.databaseUrl('study-visits')).initialize();
    try {
      return await source.transaction((manager) =>
        new AskForCredit(new Outbox('study-visits')).run(manager, {
          travellerId: traveller.id,
          percent,
          reason: 'Withdrawn more than 60 days before the first day',
          correlationId: randomUUID(),
        }),
      );
    } finally {
      await source.destroy();
    }
  };

  it('is so much of the price, the balance first, once', async () => {
    const { traveller } = await own.invoiced();
    expect(await credited(traveller, 90)).toBe(85_500);
    expect(await credited(traveller, 90)).toBe(0);
    await until(async () => {
      const [deposit, balance] = await own.charges(traveller);
      return deposit?.invoice?.creditedPence === 5500 && balance?.invoice?.state === 'credited';
    });
    expect(await credited(traveller, 100)).toBe(9500);
    await own.heard(traveller, 'credited');
    expect(await own.textAt(ownPath(traveller))).toContain('Credited');
  });

  it('is nothing where nothing was invoiced; and follows the place to whoever takes it', async () => {
    const { visit, traveller } = await own.travelling();
    expect(await credited(traveller, 100)).toBe(0);
    await own.send(ownPath(traveller), payer);
    await own.heard(traveller, 'issued');
    const substitute = await own.oneMore(visit, { name: 'Sasha Substitute' });
    const source = await createDataSource(stage.system.databaseUrl('study-visits')).initialize();
    await source.transaction((manager) => new MoveCharges().run(manager, traveller.id, substitute.id));
    await source.destroy();
    expect(await own.charges(traveller)).toEqual([]);
    expect(await own.charges(substitute)).toHaveLength(2);
    await own.send(ownPath(substitute), payer);
    expect(await own.charges(substitute)).toHaveLength(2);
  });
});

describe('somebody who comes in a colleague’s place', () => {
  it('reads whom the invoices name, however often the place was passed on, as they stay as they are', async () => {
    const { visit, traveller } = await own.invoiced({ name: 'Ann First' });
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const replace = async (id: string, name: string) => {
      const email = `${randomUUID()}@example.org`;
      const path = `/visits/${visit.id}/travellers/${id}/replace`;
      const { body } = await stage.api<{ id: string }>('POST', path, api, { name, email });
      return body.id;
    };
    const second = await replace(traveller.id, 'Bo Second');
    const third = await replace(second, 'Cy Third');
    const { body } = await stage.api<{
      items: readonly { travellerId: string; invoicesName: string | null }[];
    }>('GET', `/visits/${visit.id}/money`, api);
    expect(body.items.map(({ travellerId, invoicesName }) => [travellerId, invoicesName])).toEqual([
      [third, 'Ann First'],
    ]);
    expect(await own.textAt(`${visit.manage}/money`, staff)).toContain('The invoices name Ann First');
    // Nothing is issued again.
    const [row] = await own.money.dataSource.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM documents d JOIN visit_charges c ON c.id = d.visit_charge_id WHERE c.visit_id = $1',
      [visit.id],
    );
    expect(row?.count).toBe(2);
    // Whoever was there when they were asked for is named.
    const other = await own.travelling({ name: 'Di First' });
    const path = `/visits/${other.visit.id}/travellers/${other.traveller.id}/replace`;
    const late = await stage.api<{ id: string }>('POST', path, api, {
      name: 'Ed Late',
      email: 'ed@example.org',
    });
    await stage.api('PUT', `/visits/${other.visit.id}/travellers/${late.body.id}/payer`, api, {
      who: 'organisation',
    });
    expect(await own.textAt(`${other.visit.manage}/money`, staff)).not.toContain('The invoices name');
  });
});

describe('a visit that is over', () => {
  it('asks nobody any more who pays', async () => {
    const { visit } = await own.travelling();
    expect(await own.textAt(`${visit.manage}/money`, staff)).toContain('nobody has said who pays');
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    const text = await own.textAt(`${visit.manage}/money`, staff);
    expect(text).toContain('Was not invoiced');
    expect(text).not.toContain('who pays');
  });
});

describe('staff', () => {
  it('see who owes what, say who pays, and take it out', async () => {
    const { visit, traveller } = await own.travelling({ name: '=Ann "Comma", Example' });
    await own.oneMore(visit, { name: 'Free Example', columns: { funded: true } });
    const before = await own.textAt(`${visit.manage}/money`, staff);
    expect(before).toContain('1 traveller for whom nobody has said who pays');
    expect(before).toContain('£950.00, not invoiced yet');
    const path = `${visit.manage}/money/${traveller.id}`;
    expect(await own.textAt(path, staff)).toContain('Who pays for =Ann "Comma", Example?');
    expect((await own.send(path, { ...payer, email: 'nowhere' }, staff)).status).toBe(422);
    expect((await own.send(path, payer, staff)).status).toBe(303);
    await own.heard(traveller, 'issued');
    // Said already: the form leads back.
    expect((await fetch(stage.url + path, { headers: staff, redirect: 'manual' })).status).toBe(303);
    const csv = await (
      await fetch(`${stage.url}${visit.manage}/money/export.csv`, { headers: staff })
    ).text();
    const lines = csv.trim().split(/\r?\n/);
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/'=Ann.*Deposit.*150\.00/);
    expect(lines[2]).toMatch(/Balance.*800\.00/);
    expect(lines[3]).toContain('Funded place');
  });

  it('find it in the readiness of travellers', async () => {
    const source = await createDataSource(stage.system.databaseUrl('study-visits')).initialize();
    const travellers = new ReadTravellers(source);
    const read = new ReadMoney(source, travellers, new FindOrganisation(source), Temporal.Now.instant);
    const marks = async ({ visit, traveller }: { visit: StagedVisit; traveller: StagedTraveller }) => {
      const found = await new FindVisit(source).byId(visit.id);
      const known = await new MoneyReadiness(read, travellers).read(source.manager, found, [traveller.id]);
      return known.get(traveller.id);
    };
    const theirs = await own.travelling();
    await expect(marks(theirs)).resolves.toEqual({
      deposit: { status: 'missing', words: 'Nobody has said who pays' },
    });
    await own.send(ownPath(theirs.traveller), payer);
    await own.heard(theirs.traveller, 'issued');
    await expect(marks(theirs)).resolves.toMatchObject({
      deposit: { status: 'missing', words: expect.stringMatching(/^£150\.00 to be paid by /) as string },
      balance: { status: 'missing', words: '£800.00 to be paid by 1 February 2035' },
    });
    const [deposit] = await own.charges(theirs.traveller);
    await own.pay(15_000, deposit?.id ?? '');
    await until(async () => (await own.charges(theirs.traveller))[0]?.invoice?.state === 'paid');
    await stage.query(
      `UPDATE traveller_charges SET invoice = jsonb_set(invoice, '{dueOn}', '"2026-01-31"') WHERE traveller_id = $1`,
      [theirs.traveller.id],
    );
    await expect(marks(theirs)).resolves.toEqual({
      deposit: { status: 'done', words: null },
      balance: { status: 'wrong', words: '£800.00 was to be paid by 31 January 2026' },
    });
    const nothing = { status: 'not-needed', words: null };
    await expect(marks(await own.travelling({ columns: { funded: true } }))).resolves.toEqual({
      deposit: nothing,
      balance: nothing,
    });
    await source.destroy();
  });

  it('and programs have the same', async () => {
    const { visit, traveller } = await own.travelling();
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const input = { who: 'organisation' };
    const paths = `/visits/${visit.id}`;
    const payerOf = `${paths}/travellers/${traveller.id}/payer`;
    expect((await stage.api('PUT', payerOf, api, { ...input, who: 'nobody' })).status).toBe(422);
    expect((await stage.api('PUT', payerOf, api, { ...input, email: 'nowhere' })).status).toBe(422);
    expect(await stage.api('PUT', payerOf, api, input)).toMatchObject({
      status: 200,
      body: { paidBy: 'Borchester Council', isPayerMissing: false },
    });
    expect(await stage.api('PUT', payerOf, api, input)).toMatchObject({
      status: 409,
      body: { code: 'invoiced-already' },
    });
    await own.heard(traveller, 'issued');
    expect(await stage.api('GET', `${paths}/money`, api)).toMatchObject({
      status: 200,
      body: {
        totals: { chargedPence: 95_000, outstandingPence: 95_000, overdue: 0, payersMissing: 0 },
        items: [{ travellerId: traveller.id, charges: [{ kind: 'deposit' }, { kind: 'balance' }] }],
      },
    });
    expect(await stage.api('GET', `/travellers/${traveller.secret}/money`, {})).toMatchObject({
      body: { charges: [{ chargedPence: 15_000, standing: 'to-pay' }, { chargedPence: 80_000 }] },
    });
    expect((await stage.api('GET', `${paths}/money`, {})).status).toBe(403);
    expect((await stage.api('GET', `/travellers/${'x'.repeat(43)}/money`, {})).status).toBe(404);
  });
});
