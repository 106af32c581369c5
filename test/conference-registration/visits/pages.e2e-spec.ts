import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { accepted } from '#checks';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson } from '../../events-calendar/signed-in.js';
import { textOf } from '../../members/browsing.js';
import { runDue } from '../../run-due.js';
import { actor } from '../money/stage.js';
import { apiPath } from '../stage.js';
import { startVisitMoney, type StagedDocument, type VisitMoney } from './stage.js';

const longName =
  'The Metropolitan Borough and City Council of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

let visits: VisitMoney;
let staff: Record<string, string>;
let browser: Browser;

beforeAll(async () => {
  visits = await startVisitMoney();
  staff = await visits.stage.headers(staffPerson);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await visits?.stop();
});

interface Invoiced {
  readonly chargeId: string;
  readonly organisationId: string;
  readonly invoice: StagedDocument;
}

async function invoiced(
  name = 'Borchester Council',
  traveller = 'Alex Example',
  purchaseOrderRequired = false,
): Promise<Invoiced> {
  const organisationId = await visits.organisation({ name, purchaseOrderRequired });
  const asked = visits.asked({
    organisationId,
    traveller: { id: randomUUID(), name: traveller, personId: null },
    billTo: { name: 'Accounts payable', address: '', email: null },
  });
  await visits.invoice(asked);
  const [invoice] = await visits.documents(asked.chargeId);
  if (invoice === undefined) throw new Error('nothing was issued');
  return { chargeId: asked.chargeId, organisationId, invoice };
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(visits.stage.url + path, { headers });
const textAt = async (path: string, headers: Record<string, string> = {}) =>
  textOf(await (await get(path, headers)).text());
const post = (path: string, values: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(visits.stage.url + path, {
    method: 'POST',
    headers: { ...headers, origin: 'http://localhost:1', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(values),
    redirect: 'manual',
  });
const visitId = () => visits.asked().visit.id;

describe('whoever pays for a place on a study visit', () => {
  it('finds it by the link in the mail: what is owed, the documents, how to pay', async () => {
    const { chargeId, invoice } = await invoiced();
    const link = visits.link(chargeId);
    const text = await textAt(link);
    expect(text).toContain('Study visit to Mondragón');
    expect(text).toContain('Still to pay £200.00');
    expect(text).toContain(`with the reference ${invoice.label}`);
    const document = await textAt(`${link}/documents/${invoice.label}`);
    expect(document).toContain('Traveller Alex Example');
    expect(document).toContain('11 to 16 March 2035');
    const pdf = await get(`${link}/documents/${invoice.label}.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await get(`${apiPath}/visit-invoices/${link.split('/').at(-1)}`)).status).toBe(200);
    // A document of another charge.
    const other = await invoiced();
    expect((await get(`${link}/documents/${other.invoice.label}`)).status).toBe(404);
  });

  it('finds it signed in, as contact or as booking contact of the organisation; nobody else does', async () => {
    const { chargeId, organisationId, invoice } = await invoiced();
    const contact = await visits.stage.booker({ organisationId });
    const [colleague, stranger] = [
      await visits.stage.booker({ organisationId, isBookingContact: false }),
      await visits.stage.booker(),
    ];
    const own = visits.asked({
      traveller: { id: randomUUID(), name: 'Own Payer', personId: colleague.personId },
    });
    await visits.invoice(own);
    const statuses = async (id: string) => ({
      contact: (await get(`/conference/visit-invoices/${id}`, contact.headers)).status,
      colleague: (await get(`/conference/visit-invoices/${id}`, colleague.headers)).status,
      stranger: (await get(`/conference/visit-invoices/${id}`, stranger.headers)).status,
      visitor: (await get(`/conference/visit-invoices/${id}`)).status,
      staff: (await get(`/conference/visit-invoices/${id}`, staff)).status,
    });
    const no = { contact: 404, colleague: 404, stranger: 404, visitor: 404, staff: 200 };
    expect(await statuses(chargeId)).toEqual({ ...no, contact: 200 });
    expect(await statuses(own.chargeId)).toEqual({ ...no, colleague: 200 });
    expect(await statuses(randomUUID())).toEqual({ ...no, staff: 404 });
    expect((await get(`/conference/visit-invoices/${'x'.repeat(43)}`)).status).toBe(404);
    // Theirs is the way from their own list.
    expect(await textAt('/conference/bookings', contact.headers)).toContain(invoice.label);
    expect(await textAt('/conference/bookings', stranger.headers)).not.toContain('INV-');
    expect(await textAt('/conference/bookings', colleague.headers)).toContain('Own Payer');
  });

  it('enters a purchase order, and has the invoice issued again with it; what was paid counts', async () => {
    const { chargeId, invoice } = await invoiced('Order Council', 'Alex Example', true);
    await visits.money.payments.run(actor, {
      customerId: invoice.customerId,
      pence: accepted(5000),
      on: accepted('2026-05-01'),
      method: 'bank-transfer',
      reference: '',
      note: '',
      choice: { which: 'oldest' },
      seenPlan: null,
    });
    const path = `${visits.link(chargeId)}/purchase-order`;
    expect(await textAt(visits.link(chargeId))).toContain('Purchase order Still needed');
    expect((await post(path, { purchaseOrder: ' ', again: 'yes' })).status).toBe(422);
    for (const time of [1, 2]) {
      const answer = await post(path, { purchaseOrder: '4500012345', again: 'yes' });
      expect([time, answer.status]).toEqual([time, 303]);
    }
    const [first, again, note, ...others] = await visits.documents(chargeId);
    expect(others).toEqual([]);
    expect([first?.label, note?.series]).toEqual([invoice.label, 'credit-note']);
    expect(await visits.told(chargeId)).toMatchObject([
      { state: 'issued' },
      { state: 'part-paid', outstandingPence: 15_000 },
      {
        state: 'part-paid',
        outstandingPence: 15_000,
        label: again?.label,
        invoicedPence: 20_000,
        creditedPence: 0,
      },
    ]);
    expect(await textAt(`${visits.link(chargeId)}/documents/${again?.label}`)).toContain('4500012345');
    const mails = await visits.stage.query<{ subject: string }>(
      `SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload ->> 'subject' LIKE $1`,
      [`New invoice ${again?.label}%`],
    );
    expect(mails).toHaveLength(1);
  });

  it('is reminded of a purchase order that is missing, once a day at most, until it is there', async () => {
    const { chargeId } = await invoiced('Reminded Council', 'Rhys Reminded', true);
    await invoiced('No Order Council', 'Nobody Reminded');
    await visits.stage.query(
      `UPDATE visit_charges SET asked_at = now() - interval '8 days' WHERE traveller_name LIKE '%Reminded'`,
    );
    const remind = () => runDue(visits.stage.system, 'conference-registration', 'remind-of-visit-orders');
    const reminders = () =>
      visits.stage.query<{ text: string }>(
        `SELECT payload ->> 'text' AS text FROM outbox WHERE payload ->> 'subject' LIKE 'Purchase order needed: Study visit%'`,
      );
    await remind();
    await remind();
    const [mail, ...others] = await reminders();
    expect(others).toEqual([]);
    expect(mail?.text).toContain(`${visits.link(chargeId)}/purchase-order`);
    await post(`${visits.link(chargeId)}/purchase-order`, { purchaseOrder: '4500', again: 'no' });
    await visits.stage.query(
      `UPDATE visit_charges SET asked_at = now() - interval '40 days', order_asked_at = NULL`,
    );
    await remind();
    expect(await reminders()).toHaveLength(1);
  });
});

describe('the treasurer', () => {
  it('finds invoices for visits among all others: by visit, by traveller, with what they are for', async () => {
    const { invoice } = await invoiced('Treasured Council', 'Trevor Traveller');
    const booking = await visits.money.booking(1);
    await visits.money.transactions.run((manager) =>
      visits.money.invoices.run(manager, { booking, placeIds: booking.placeIds, actor }),
    );
    const all = await textAt('/conference/money/invoices?state=any', staff);
    expect(all).toContain('Trevor Traveller Study visit to Mondragón');
    expect(all).toContain(booking.reference);
    const ofVisit = await textAt(`/conference/money/invoices?occasion=${visitId()}`, staff);
    expect(ofVisit).toContain(invoice.label);
    expect(ofVisit).not.toContain(booking.reference);
    const ofConference = await textAt(
      `/conference/money/invoices?conference=${visits.money.conferenceId}`,
      staff,
    );
    expect(ofConference).toContain(booking.reference);
    expect(ofConference).not.toContain('Trevor');
    expect(await textAt('/conference/money/invoices?q=trevor', staff)).toContain('1 invoice, £200.00');
    expect(await textAt('/conference/manage/search?q=trevor', staff)).toContain(invoice.label);
    expect(await textAt('/conference/money/customers?q=trevor', staff)).toContain('Treasured Council');
    const statement = `/conference/money/customers/${invoice.customerId}`;
    expect(await textAt(statement, staff)).toContain('Study visit to Mondragón, Trevor Traveller');
    const csv = await (await get(`/conference/money/invoices/export.csv?q=trevor`, staff)).text();
    expect(csv).toMatch(/Treasured Council,Study visit to Mondragón,,Trevor Traveller/);
    const statementCsv = await (await get(`${statement}/statement.csv`, staff)).text();
    expect(statementCsv).toContain('Trevor Traveller');
    expect((await get(`${statement}/statement.pdf`, staff)).status).toBe(200);
    const document = await textAt(`/conference/money/documents/${invoice.id}`, staff);
    expect(document).toContain('Study visit Study visit to Mondragón , Trevor Traveller');
  });

  it('has them in the sums, of all and of one visit', async () => {
    const [before, beforeOne] = [await sums(), await sums(visitId())];
    await invoiced();
    const [after, afterOne] = [await sums(), await sums(visitId())];
    expect(after.invoiced - before.invoiced).toBe(200);
    expect(afterOne.invoiced - beforeOne.invoiced).toBe(200);
    expect(afterOne.outstanding - beforeOne.outstanding).toBe(200);
    expect((await sums(visits.money.conferenceId)).invoiced).toBe(after.invoiced - afterOne.invoiced);
  });

  it('credits one by hand, by page and by program, which whoever has it is mailed', async () => {
    const { chargeId, invoice } = await invoiced('Credited Council', 'Carol Credited');
    const path = `/conference/money/documents/${invoice.id}/credit`;
    const answer = await post(
      path,
      { lines: '1', percent: '25', reason: 'Called off by us', once: randomUUID() },
      staff,
    );
    expect(answer.status).toBe(303);
    const api = await visits.stage.headers({ ...staffPerson, via: 'api' });
    const credited = await visits.stage.api('POST', `/documents/${invoice.id}/credit`, api, {
      percent: 50,
      reason: 'And by them',
    });
    expect(credited).toMatchObject({
      status: 201,
      body: {
        bookingReference: null,
        visit: { title: 'Study visit to Mondragón', traveller: 'Carol Credited' },
      },
    });
    expect((await visits.told(chargeId)).at(-1)).toMatchObject({
      state: 'issued',
      creditedPence: 15_000,
      outstandingPence: 5000,
    });
    const mails = await visits.stage.query(
      `SELECT FROM outbox WHERE payload ->> 'subject' LIKE 'Credit note %Study visit%' AND payload ->> 'text' LIKE '%Carol%'`,
    );
    expect(mails).toHaveLength(2);
    const listed = await visits.stage.api('GET', `/invoices?occasion=${visitId()}&state=any&q=carol`, api);
    expect(listed).toMatchObject({
      status: 200,
      body: { items: [{ label: invoice.label, conference: null, visit: { traveller: 'Carol Credited' } }] },
    });
  });
});

/** What the treasurer's page says was invoiced, and is outstanding, in pounds. */
async function sums(occasion?: string) {
  const text = await textAt(
    `/conference/money${occasion === undefined ? '' : `?occasion=${occasion}`}`,
    staff,
  );
  const pounds = (label: string) =>
    Number(new RegExp(`${label} £([\\d,]+\\.\\d\\d)`).exec(text)?.[1]?.replaceAll(',', ''));
  return { invoiced: pounds('Invoiced, with VAT'), outstanding: pounds('Outstanding') };
}

it('has nothing on its pages that axe finds, on a phone or a wide screen', async () => {
  const { chargeId, organisationId, invoice } = await invoiced(longName, longName, true);
  await visits.credit({ id: randomUUID(), chargeId, netPence: 5000, reason: 'A day less' });
  const own = visits.asked({ traveller: { id: randomUUID(), name: 'Own Payer', personId: null } });
  await visits.invoice(own);
  const contact = await visits.stage.booker({ organisationId });
  const link = visits.link(chargeId);
  const faults: Record<string, string[]> = {};
  const pages: readonly (readonly [string, string, Record<string, string>])[] = [
    ['charge', link, {}],
    ['document', `${link}/documents/${invoice.label}`, {}],
    ['order', `${link}/purchase-order`, {}],
    ['own list', '/conference/bookings', contact.headers],
    ['invoices', '/conference/money/invoices?state=any', staff],
    ['overview', `/conference/money?occasion=${visitId()}`, staff],
    ['customers', '/conference/money/customers', staff],
    ['statement', `/conference/money/customers/${invoice.customerId}`, staff],
    ['staff document', `/conference/money/documents/${invoice.id}`, staff],
    ['search', '/conference/manage/search?q=own', staff],
  ];
  for (const [name, path, headers] of pages) {
    const context = await browser.newContext({ extraHTTPHeaders: headers });
    const page: Page = await context.newPage();
    const complaints = listenForComplaints(page);
    const response = await page.goto(visits.stage.url + path);
    expect([name, response?.status()]).toEqual([name, 200]);
    await shoot(page, `visit invoices ${name}`);
    faults[name] = [...(await faultsOf(page)), ...complaints];
    await context.close();
  }
  expect(faults).toEqual(Object.fromEntries(pages.map(([name]) => [name, []])));
});
