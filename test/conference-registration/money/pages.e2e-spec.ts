import { Temporal } from 'temporal-polyfill';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { faultsInMoney } from './faults-in-money.js';
import { serveMoney, type Invoiced, type ServedMoney } from './served.js';

const longName =
  'The Metropolitan Borough and City Council of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const gross = 23_400;

let served: ServedMoney;
let browser: Browser;
let old: Invoiced;
let recent: Invoiced;
let paymentId: string;

beforeAll(async () => {
  served = await serveMoney();
  browser = await openBrowser();
  const { money } = served;
  money.clock.now = Temporal.Instant.from('2026-03-01T12:00:00Z');
  old = await served.invoiced({ places: 3, name: longName, needsOrder: true });
  money.clock.now = Temporal.Instant.from('2026-11-01T12:00:00Z');
  recent = await served.invoiced({ places: 2, name: '=cmd|<b>Borchester</b> & Sons' });
  paymentId = await served.pay(recent.invoice.customerId, gross + 100);
  await served
    .invoiced({ name: 'Credit Council' })
    .then(({ invoice }) => served.pay(invoice.customerId, 2 * gross));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const open = async (javaScriptEnabled = true): Promise<Page> => {
  const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: { ...served.staff } });
  return context.newPage();
};

const states: readonly (readonly [string, () => string])[] = [
  ['overview', () => '/conference/money'],
  ['overview of nothing', () => '/conference/money?conference=01935a10-0000-7000-8000-000000000000'],
  ['invoices', () => '/conference/money/invoices?state=any'],
  ['invoices not found', () => '/conference/money/invoices?q=zebra'],
  ['customers', () => '/conference/money/customers'],
  ['customers not found', () => '/conference/money/customers?q=zebra'],
  ['statement', () => `/conference/money/customers/${recent.invoice.customerId}`],
  ['statement of a long name', () => `/conference/money/customers/${old.invoice.customerId}`],
  ['invoice', () => `/conference/money/documents/${old.invoice.id}`],
  ['credit note form', () => `/conference/money/documents/${old.invoice.id}/credit`],
  [
    'payment form',
    () => `/conference/money/payments/new?customer=${old.invoice.customerId}&invoice=${old.invoice.id}`,
  ],
  ['payment', () => `/conference/money/payments/${paymentId}`],
  ['undo', () => `/conference/money/payments/${paymentId}/undo`],
  ['purchase order', () => `/conference/bookings/${old.booking.reference}/purchase-order`],
  [
    'document of a booking',
    () => `/conference/bookings/${old.booking.reference}/documents/${old.invoice.label}`,
  ],
];

it.each(states)('has nothing that axe finds: %s', async (name, path) => {
  const page = await open();
  const complaints = listenForComplaints(page);
  const response = await page.goto(served.stage.url + path());
  expect(response?.status()).toBe(200);
  await shoot(page, name);
  expect([...(await faultsOf(page)), ...complaints]).toEqual([]);
  await page.context().close();
});

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('%s', (_, javaScriptEnabled) => {
  it('records a payment: form, check, done; and takes it back', async () => {
    const { invoice } = await served.invoiced({ places: 2, name: 'Ambridge Council' });
    const page = await open(javaScriptEnabled);
    await page.goto(`${served.stage.url}/conference/money/customers/${invoice.customerId}`);
    await page.getByRole('button', { name: 'Record a payment' }).click();
    await page.getByRole('button', { name: 'Check the payment' }).click();
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
    expect(await page.getByRole('alert').textContent()).toContain('Enter the amount received.');
    await page.getByLabel('How much was received?').fill('£500');
    await page.getByLabel('Day', { exact: true }).fill('1');
    await page.getByLabel('Month').fill('5');
    await page.getByLabel('Year').fill('2026');
    await page.getByLabel('Reference (optional)').fill('=HYPERLINK("http://example.org")');
    await page.getByRole('button', { name: 'Check the payment' }).click();
    await shoot(page, 'check payment');
    expect(await page.getByRole('table').textContent()).toContain('£32.00');
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Record the payment' }).click();
    expect(await page.locator('h1').textContent()).toBe('Payment of £500.00');
    await page.getByRole('link', { name: 'Take back this payment' }).click();
    await page.getByLabel('Why is it taken back?').fill('Recorded for another council');
    await page.getByRole('button', { name: 'Take back the payment' }).click();
    expect(await page.locator('main').textContent()).toContain('“Recorded for another council”');
    await page.context().close();
    expect(await faultsInMoney(served.money.dataSource)).toEqual([]);
  });
});

const payments = async (customerId: string) =>
  served.stage.query<{ id: string }>('SELECT id FROM payments WHERE customer_id = $1', [customerId]);

it('records a payment once where the button is pressed twice', async () => {
  const { invoice } = await served.invoiced();
  const values = {
    customer: invoice.customerId,
    once: 'a-token-of-this-form-1',
    step: 'record',
    seenPlan: `${invoice.id}:${gross},credit:0`,
    which: 'oldest',
    pence: '234',
    'on.day': '1',
    'on.month': '5',
    'on.year': '2026',
    method: 'bank-transfer',
    reference: '',
    note: '',
  };
  const answers = await Promise.all(
    [1, 2, 3].map(() => served.post('/conference/money/payments/new', values)),
  );
  const places = new Set(answers.map(({ headers }) => headers.get('location')));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(places.size).toBe(1);
  expect(await payments(invoice.customerId)).toHaveLength(1);
  const later = await served.post('/conference/money/payments/new', {
    ...values,
    once: 'another-token-of-a-form',
  });
  expect(later.status).toBe(409);
  expect(await later.text()).toContain('Something was paid or credited meanwhile.');
  expect(await payments(invoice.customerId)).toHaveLength(1);
});

it('issues one credit note, refund and use of credit where the button is pressed twice', async () => {
  const { invoice } = await served.invoiced({ places: 2 });
  const { customerId } = invoice;
  const twice = async (path: string, values: Record<string, string>) => {
    const answers = await Promise.all([served.post(path, values), served.post(path, values)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
  };
  await served.pay(customerId, 2 * gross);
  const once = 'a-token-of-this-form-2';
  await twice(`/conference/money/documents/${invoice.id}/credit`, {
    once,
    lines: '1',
    percent: '50',
    reason: 'Ill',
  });
  const on = { 'on.day': '1', 'on.month': '5', 'on.year': '2026' };
  const refund = { once, customer: customerId, pence: '100', method: 'bank-transfer', ...on };
  await twice('/conference/money/refunds/new', refund);
  const [{ credited, refunded } = { credited: 0, refunded: 0 }] = await served.stage.query<{
    credited: number;
    refunded: number;
  }>(
    `SELECT (SELECT sum(gross_pence)::int FROM documents WHERE customer_id = $1 AND series = 'credit-note') AS credited,
       (SELECT sum(pence)::int FROM payments WHERE customer_id = $1 AND direction = 'out') AS refunded`,
    [customerId],
  );
  expect({ credited, refunded }).toEqual({ credited: gross / 2, refunded: 10_000 });
  expect(await faultsInMoney(served.money.dataSource)).toEqual([]);
});

describe('files', () => {
  const get = (path: string) => fetch(served.stage.url + path, { headers: { ...served.staff } });

  it.each(['export.csv', 'invoices/export.csv?state=any', 'customers/export.csv'])(
    'defuse formulae in %s',
    async (path) => {
      const answer = await get(`/conference/money/${path}`);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      expect(text).toContain('Borchester');
      expect(text).not.toMatch(/(?:^|[,"\n])=/m);
    },
  );

  it('defuse formulae in a statement of account', async () => {
    const { invoice } = await served.invoiced({ name: '+Formula & Co' });
    const on = { 'on.day': '1', 'on.month': '5', 'on.year': '2026' };
    await served.post('/conference/money/payments/new', {
      ...on,
      customer: invoice.customerId,
      step: 'record',
      which: 'oldest',
      seenPlan: `${invoice.id}:100,credit:0`,
      pence: '1',
      method: 'cheque',
      reference: '=1+1',
    });
    const path = `/conference/money/customers/${invoice.customerId}/statement`;
    const csv = await (await get(`${path}.csv`)).text();
    expect(csv).toContain('Payment (=1+1)');
    expect(csv).not.toMatch(/(?:^|[,"\n])[=+@]/m);
    const [pdf, xlsx] = await Promise.all([get(`${path}.pdf`), get(`${path}.xlsx`)]);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect((await get(`${path}.doc`)).status).toBe(404);
  });

  it('are the same bytes each time: the PDF of an issued document', async () => {
    const staff = `/conference/money/documents/${old.invoice.id}.pdf`;
    const booker = `/conference/bookings/${old.booking.reference}/documents/${old.invoice.label}.pdf`;
    const made = await Promise.all([get(staff), get(staff), get(booker)]);
    const [first, second, third] = await Promise.all(
      made.map(async (each) => Buffer.from(await each.arrayBuffer())),
    );
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(first?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second?.equals(first ?? Buffer.of())).toBe(true);
    expect(third?.equals(first ?? Buffer.of())).toBe(true);
  });
});

describe('a purchase order', () => {
  it('is entered two days later, with the invoice issued again', async () => {
    const { booking, invoice } = await served.invoiced({ places: 2, needsOrder: true });
    const path = `/conference/bookings/${booking.reference}/purchase-order`;
    const answer = await served.post(path, { purchaseOrder: '4500012345', again: 'yes' });
    expect(answer.status).toBe(303);
    await served.post(path, { purchaseOrder: '4500012345', again: 'yes' });
    const documents = await served.stage.query<{
      series: string;
      order: string | null;
      corrects: string | null;
    }>(
      `SELECT series, content ->> 'purchaseOrder' AS "order", corrects_id AS corrects FROM documents WHERE booking_id = $1
       ORDER BY issued_at, series`,
      [booking.id],
    );
    expect(documents).toEqual([
      { series: 'invoice', order: null, corrects: null },
      { series: 'credit-note', order: null, corrects: invoice.id },
      { series: 'invoice', order: '4500012345', corrects: null },
    ]);
    expect(await faultsInMoney(served.money.dataSource)).toEqual([]);
  });

  it('is asked for 3 working days later, and no more once it is there', async () => {
    const { booking } = await served.invoiced({ needsOrder: true });
    const { money } = served;
    await served.stage.query(`UPDATE bookings SET confirmed_at = '2027-03-01T10:00Z' WHERE id = $1`, [
      booking.id,
    ]);
    const on = async (day: string) => {
      money.clock.now = Temporal.Instant.from(`${day}T09:00:00Z`);
      return money.reminders.run(booking.id, 'test');
    };
    expect([await on('2027-03-03'), await on('2027-03-04'), await on('2027-03-04')]).toEqual([
      false,
      true,
      false,
    ]);
    expect([await on('2027-03-05'), await on('2027-03-15')]).toEqual([false, true]);
    await served.post(`/conference/bookings/${booking.reference}/purchase-order`, { purchaseOrder: 'PO 1' });
    expect(await on('2027-04-30')).toBe(false);
    const mails = await served.stage.query<{ subject: string }>(
      `SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload ->> 'subject' LIKE $1`,
      [`Purchase order needed%${booking.reference}%`],
    );
    expect(mails.length).toBeLessThanOrEqual(2);
  });
});
