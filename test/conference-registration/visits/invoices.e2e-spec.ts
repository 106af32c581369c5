import { randomUUID } from 'node:crypto';
import type { VisitInvoiceAsked } from '#contracts';
import { handleOnce } from '#messaging';
import { accepted } from '#checks';
import { until } from '../../until.js';
import { faultsInMoney } from '../money/faults-in-money.js';
import { actor } from '../money/stage.js';
import { startVisitMoney, type VisitMoney } from './stage.js';
import { visitUseCases, type VisitUseCases } from './use-cases.js';

let visits: VisitMoney;
let cases: VisitUseCases;

beforeAll(async () => {
  visits = await startVisitMoney();
  cases = visitUseCases(visits.money);
});
afterEach(async () => {
  expect(await faultsInMoney(visits.money.dataSource)).toEqual([]);
});
afterAll(() => visits?.stop());

const app = 'conference-registration';
const asksForInvoice = 'study-visits.visit-invoice-requested.v1';

/** An invoice that is asked for by an organisation. */
const ofOrganisation = async (different: Partial<VisitInvoiceAsked> = {}) =>
  visits.asked({
    organisationId: await visits.organisation(),
    billTo: { name: 'Accounts payable', address: '', email: 'accounts@example.org' },
    ...different,
  });

const pay = (customerId: string, pence: number) =>
  visits.money.payments.run(actor, {
    customerId,
    pence: accepted(pence),
    on: accepted('2026-05-01'),
    method: 'bank-transfer',
    reference: '',
    note: '',
    choice: { which: 'oldest' },
    seenPlan: null,
  });

const states = async (chargeId: string) =>
  (await visits.told(chargeId)).map(
    ({ version, state, outstandingPence }) => `${version} ${state} ${outstandingPence}`,
  );

describe('an invoice that is asked for', () => {
  it('is issued like one for a booking: customer, address, lines, due date; mailed, and told', async () => {
    const asked = await ofOrganisation();
    await visits.invoice(asked);
    const [invoice, ...others] = await visits.documents(asked.chargeId);
    expect(others).toEqual([]);
    expect(invoice).toMatchObject({ series: 'invoice', grossPence: 20_000, dueOn: '2035-01-15' });
    const [{ content }] = (await visits.stage.query<{ content: unknown }>(
      'SELECT content FROM documents WHERE id = $1',
      [invoice?.id],
    )) as [{ content: unknown }];
    expect(content).toMatchObject({
      label: invoice?.label,
      billTo: { name: 'Accounts payable', address: '1 Market Square' },
      about: { visit: 'Study visit to Mondragón', traveller: 'Alex Example' },
      lines: [{ description: 'Deposit: Alex Example', netPence: 20_000, vatPence: 0, grossPence: 20_000 }],
      howToPay: { reference: invoice?.label },
    });
    expect(await visits.told(asked.chargeId)).toEqual([
      {
        chargeId: asked.chargeId,
        visitId: asked.visit.id,
        travellerId: asked.traveller.id,
        state: 'issued',
        label: invoice?.label,
        issuedOn: expect.any(String) as string,
        dueOn: '2035-01-15',
        invoicedPence: 20_000,
        creditedPence: 0,
        outstandingPence: 20_000,
        version: 1,
      },
    ]);
    const mails = await visits.stage.query<{ to: string; subject: string; text: string }>(
      `SELECT payload -> 'to' ->> 'address' AS to, payload ->> 'subject' AS subject, payload ->> 'text' AS text
       FROM outbox WHERE payload ->> 'subject' LIKE $1 ORDER BY 1`,
      [`Invoice ${invoice?.label}%`],
    );
    expect(mails.map(({ to }) => to)).toEqual(['accounts@example.org', asked.contact.email]);
    expect(mails[0]?.text).toContain(visits.link(asked.chargeId));
  });

  it('is on one account with what the organisation owes besides, and a traveller’s on their own', async () => {
    const organisationId = await visits.organisation();
    const first = visits.asked({ organisationId });
    const second = visits.asked({ organisationId });
    const own = visits.asked();
    const balance = visits.asked({ traveller: own.traveller, kind: 'balance' });
    for (const asked of [first, second, own, balance]) await visits.invoice(asked);
    const customers = await Promise.all(
      [first, second, own, balance].map(
        async ({ chargeId }) => (await visits.documents(chargeId))[0]?.customerId,
      ),
    );
    expect(customers[0]).toBe(customers[1]);
    expect(customers[2]).toBe(customers[3]);
    expect(customers[0]).not.toBe(customers[2]);
  });

  it('is one, however often it is asked for, one after the other or at once', async () => {
    const asked = await ofOrganisation();
    await visits.invoice(asked);
    await visits.invoice(asked);
    await Promise.all(Array.from({ length: 6 }, () => visits.invoice(asked)));
    expect(await visits.documents(asked.chargeId)).toHaveLength(1);
    expect(await states(asked.chargeId)).toEqual(['1 issued 20000']);
    // By another way than one queue, which has messages about one thing wait for each other.
    const both = await ofOrganisation();
    await Promise.all(Array.from({ length: 6 }, () => cases.issue(both)));
    expect(await visits.documents(both.chargeId)).toHaveLength(1);
  });

  it('is handled once when the same message is delivered again', async () => {
    const asked = await ofOrganisation();
    const message = {
      id: randomUUID(),
      type: asksForInvoice,
      aggregate: { id: asked.chargeId, version: 1 },
      correlationId: 'test',
      at: '2027-01-01T00:00:00Z',
      payload: asked,
    } as const;
    const deliver = () =>
      handleOnce(visits.money.dataSource, cases.onInvoice, message, { limit: 30_000, once: true });
    expect(await deliver()).toBe(true);
    expect(await deliver()).toBe(false);
    expect(await visits.documents(asked.chargeId)).toHaveLength(1);
  });

  it('is due on the day of issue where that is later', async () => {
    const asked = visits.asked({ dueOn: '2020-01-15' });
    await visits.invoice(asked);
    const [invoice] = await visits.documents(asked.chargeId);
    expect(invoice?.dueOn).toBe((await visits.told(asked.chargeId))[0]?.issuedOn);
  });

  it('waits for an organisation that members tells of later, and leaves nothing behind meanwhile', async () => {
    const asked = visits.asked({ organisationId: randomUUID() });
    await expect(cases.issue(asked)).rejects.toThrow(
      `The customer is unknown: members has not told of organisation ${asked.organisationId}. Nothing was invoiced for charge ${asked.chargeId}.`,
    );
    const id = await visits.send(asksForInvoice, asked.chargeId, asked);
    expect(await visits.handled(id)).toBe(false);
    expect(await visits.stage.query('SELECT FROM visit_charges WHERE id = $1', [asked.chargeId])).toEqual([]);
    await visits.stage.query(
      `INSERT INTO organisations (id, name, category, status, version) VALUES ($1, 'Late Council', 'full', 'member', 1)`,
      [asked.organisationId],
    );
    await until(() => visits.handled(id));
    expect(await visits.documents(asked.chargeId)).toHaveLength(1);
  });

  it('is refused with another amount, or for another customer, in words that staff read', async () => {
    const asked = await ofOrganisation();
    await visits.invoice(asked);
    const dearer = { ...asked, lines: [{ description: 'Dearer', netPence: 30_000, vatBasisPoints: 0 }] };
    await expect(cases.issue(dearer)).rejects.toThrow(
      `Charge ${asked.chargeId} was invoiced before with 20000 pence, and is asked for now with 30000`,
    );
    await expect(cases.issue({ ...asked, organisationId: null })).rejects.toThrow('or for another customer');
    expect(await visits.documents(asked.chargeId)).toHaveLength(1);
  });

  it('goes to the dead letters at once where its amount is negative, with nothing written', async () => {
    const asked = visits.asked({ lines: [{ description: 'Deposit', netPence: -5, vatBasisPoints: 0 }] });
    await visits.send(asksForInvoice, asked.chargeId, asked);
    await until(async () => (await deadLetters(asked.chargeId)).length === 1);
    expect((await deadLetters(asked.chargeId))[0]?.error).toContain(
      'lines.0.netPence: must be more than 0 pence',
    );
    expect(await visits.stage.query('SELECT FROM visit_charges WHERE id = $1', [asked.chargeId])).toEqual([]);
  });
});

const deadLetters = (chargeId: string) =>
  visits.stage.query<{ error: string }>(
    `SELECT error FROM dead_letters WHERE message -> 'payload' ->> 'chargeId' = $1`,
    [chargeId],
  );

describe('a credit that is asked for', () => {
  it('is taken off what is outstanding, once, and told', async () => {
    const asked = await ofOrganisation();
    await visits.invoice(asked);
    const credit = {
      id: randomUUID(),
      chargeId: asked.chargeId,
      netPence: 12_345,
      reason: 'Alex withdrew in time',
    };
    await visits.credit(credit);
    await visits.credit(credit);
    const [, note, ...others] = await visits.documents(asked.chargeId);
    expect(note).toMatchObject({ series: 'credit-note', grossPence: 12_345 });
    expect(others).toEqual([]);
    expect(await states(asked.chargeId)).toEqual(['1 issued 20000', '2 issued 7655']);
    await visits.credit({ ...credit, id: randomUUID(), netPence: 7655 });
    expect((await states(asked.chargeId)).at(-1)).toBe('3 credited 0');
  });

  it('that comes before its invoice waits for that', async () => {
    const asked = visits.asked();
    const credit = { id: randomUUID(), chargeId: asked.chargeId, netPence: 5000, reason: 'Withdrawn' };
    await expect(cases.credit(credit)).rejects.toThrow(
      `Nothing was invoiced for charge ${asked.chargeId} yet, so that nothing can be credited.`,
    );
    // About another thing, so that the queue does not keep the order for us.
    const early = await visits.send('study-visits.visit-credit-requested.v1', randomUUID(), credit);
    expect(await visits.handled(early)).toBe(false);
    await visits.invoice(asked);
    await until(() => visits.handled(early));
    expect(await states(asked.chargeId)).toEqual(['1 issued 20000', '2 issued 15000']);
  });

  it('is never more than was invoiced, all credits together', async () => {
    const asked = visits.asked();
    await visits.invoice(asked);
    const credit = { id: randomUUID(), chargeId: asked.chargeId, netPence: 15_000, reason: 'Withdrawn' };
    await visits.credit(credit);
    const more = { ...credit, id: randomUUID(), netPence: 5001 };
    await expect(cases.credit(more)).rejects.toThrow(
      `Credit ${more.id} of 5001 pence, after 15000 before, is more than the 20000 pence that were invoiced for charge ${asked.chargeId}. Nothing was credited.`,
    );
    await expect(cases.credit({ ...credit, netPence: 1 })).rejects.toThrow(
      'was carried out before with 15000',
    );
    expect(await visits.documents(asked.chargeId)).toHaveLength(2);
  });

  it('is of what is left where staff have credited some, and of several lines the first first', async () => {
    const lines = [
      { description: 'Balance', netPence: 10_000, vatBasisPoints: 2000 },
      { description: 'A room alone', netPence: 5000, vatBasisPoints: 0 },
    ];
    const asked = visits.asked({ kind: 'balance', lines });
    await visits.invoice(asked);
    const [invoice] = await visits.documents(asked.chargeId);
    await cases.creditByHand(actor, {
      invoiceId: invoice?.id ?? '',
      lines: [2],
      percent: 50,
      reason: 'Late',
    });
    expect((await states(asked.chargeId)).at(-1)).toBe('2 issued 14500');
    await visits.credit({
      id: randomUUID(),
      chargeId: asked.chargeId,
      netPence: 15_000,
      reason: 'Withdrawn',
    });
    expect((await states(asked.chargeId)).at(-1)).toBe('3 credited 0');
    const notes = (await visits.documents(asked.chargeId)).slice(1);
    expect(notes.map(({ grossPence }) => grossPence)).toEqual([2500, 14_500]);
    // Nothing is left: it is done, and there is nothing to issue.
    const paid = visits.asked();
    await visits.invoice(paid);
    const [own] = await visits.documents(paid.chargeId);
    await cases.creditByHand(actor, { invoiceId: own?.id ?? '', lines: null, percent: 100, reason: 'All' });
    await visits.credit({ id: randomUUID(), chargeId: paid.chargeId, netPence: 20_000, reason: 'Withdrawn' });
    expect(await visits.documents(paid.chargeId)).toHaveLength(2);
  });
});

describe('what study-visits is told', () => {
  it('is every change that staff make: paid in part, paid, taken back, paid with credit', async () => {
    const asked = visits.asked();
    await visits.invoice(asked);
    const { customerId = '', id = '' } = (await visits.documents(asked.chargeId))[0] ?? {};
    await pay(customerId, 5000);
    const rest = await pay(customerId, 15_000);
    await visits.money.undo.run(actor, rest.id, 'Not theirs');
    const extra = visits.asked({ traveller: asked.traveller, kind: 'balance' });
    await visits.invoice(extra);
    const [balance] = await visits.documents(extra.chargeId);
    await pay(customerId, 40_000);
    await cases.creditByHand(actor, { invoiceId: id, lines: null, percent: 100, reason: 'Called off' });
    const third = visits.asked({ traveller: asked.traveller, kind: 'price' });
    await visits.invoice(third);
    const [price] = await visits.documents(third.chargeId);
    await visits.money.credit.run(actor, { customerId, invoiceIds: [price?.id ?? ''] });
    expect(await states(asked.chargeId)).toEqual([
      '1 issued 20000',
      '2 part-paid 15000',
      '3 paid 0',
      '4 part-paid 15000',
      '5 paid 0',
      '6 credited 0',
    ]);
    expect(await states(extra.chargeId)).toEqual(['1 issued 20000', '2 paid 0']);
    expect(await states(third.chargeId)).toEqual(['1 issued 20000', '2 paid 0']);
    expect(balance?.customerId).toBe(customerId);
  });

  it('is nothing about what has not changed, and nothing of a booking’s invoice', async () => {
    const organisationId = await visits.organisation();
    const asked = visits.asked({ organisationId, dueOn: '2035-06-01' });
    await visits.invoice(asked);
    const booking = await visits.money.booking(1, 19_500, organisationId);
    await visits.money.transactions.run((manager) =>
      visits.money.invoices.run(manager, { booking, placeIds: booking.placeIds, actor }),
    );
    const { customerId = '' } = (await visits.documents(asked.chargeId))[0] ?? {};
    await pay(customerId, 23_400);
    expect(await states(asked.chargeId)).toEqual(['1 issued 20000']);
    await pay(customerId, 23_400);
    expect(await states(asked.chargeId)).toEqual(['1 issued 20000', '2 paid 0']);
  });
});

describe('the numbers of invoices', () => {
  /** What is wrong with them: none may be lacking, or be there twice. */
  async function faultsInNumbers(): Promise<readonly string[]> {
    const rows = await visits.stage.query<{ series: string; count: number; distinct: number; last: number }>(
      `SELECT series, count(*)::int AS count, count(DISTINCT number)::int AS distinct, max(number) AS last
       FROM documents GROUP BY series`,
    );
    return rows
      .filter(({ count, distinct, last }) => count !== distinct || count !== last)
      .map(({ series, count, last }) => `${series}: ${count} up to ${last}`);
  }

  it('have no gap when 50 are asked for at once, with the service killed and bookings invoiced meanwhile', async () => {
    const asked = await Promise.all(Array.from({ length: 50 }, () => ofOrganisation()));
    const ids = await Promise.all(asked.map((each) => visits.send(asksForInvoice, each.chargeId, each)));
    await until(async () => (await Promise.all(ids.slice(0, 5).map(visits.handled))).some(Boolean));
    await visits.stage.system.kill(app);
    const made = await Promise.all(Array.from({ length: 10 }, () => visits.money.booking(1)));
    await Promise.all(
      made.map((booking) =>
        visits.money.transactions.run((manager) =>
          visits.money.invoices.run(manager, { booking, placeIds: booking.placeIds, actor }),
        ),
      ),
    );
    await visits.stage.system.restart(app);
    await until(async () => (await Promise.all(ids.map(visits.handled))).every(Boolean));
    for (const { chargeId } of asked) {
      expect(await visits.documents(chargeId)).toHaveLength(1);
      expect(await states(chargeId)).toEqual(['1 issued 20000']);
    }
    expect(await faultsInNumbers()).toEqual([]);
  });

  it('are seen to have one where a number is lost', async () => {
    await visits.stage.query(`SELECT next_number('invoice')`);
    await visits.invoice(await ofOrganisation());
    expect(await faultsInNumbers()).toEqual([expect.stringMatching(/^invoice: \d+ up to \d+$/)]);
  });
});
