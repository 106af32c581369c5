import { randomUUID } from 'node:crypto';
import { moneyAccess } from '../../../apps/conference-registration/src/money/access.js';
import { apiPath } from '../stage.js';
import { faultsInMoney } from './faults-in-money.js';
import { serveMoney, type ServedMoney } from './served.js';

const gross = 23_400;

let served: ServedMoney;
beforeAll(async () => {
  served = await serveMoney();
});
afterEach(async () => expect(await faultsInMoney(served.money.dataSource)).toEqual([]));
afterAll(() => served?.stop());

interface PaymentBody {
  readonly id: string;
  readonly code: string;
  readonly leftPence: number;
  readonly receiptId: string;
  readonly undone: object | null;
}

const payment = (customerId: string, pence: unknown, more: object = {}) => ({
  customerId,
  pence,
  on: '2026-05-01',
  method: 'bank-transfer',
  ...more,
});

const ask = <Body = PaymentBody>(method: 'GET' | 'POST', path: string, body?: object, headers: object = {}) =>
  served.stage.api<Body>(method, path, { ...served.api, ...headers }, body);

const record = (customerId: string, pence: unknown, more?: object, headers?: object) =>
  ask('POST', '/payments', payment(customerId, pence, more), headers);

describe('payments', () => {
  it('are recorded once for each key', async () => {
    const { invoice } = await served.invoiced();
    const header = { 'idempotency-key': randomUUID() };
    const first = await record(invoice.customerId, gross, {}, header);
    const again = await record(invoice.customerId, gross, {}, header);
    expect(first.status).toBe(201);
    expect(again).toEqual(first);
    const other = await record(invoice.customerId, gross + 1, {}, header);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  it('settle an invoice once where two pay it at once, and keep what is over', async () => {
    const { invoice } = await served.invoiced();
    const made = await Promise.all([record(invoice.customerId, gross), record(invoice.customerId, gross)]);
    expect(made.map(({ status }) => status)).toEqual([201, 201]);
    expect(made.map(({ body }) => body.leftPence).toSorted((a, b) => a - b)).toEqual([0, gross]);
    const receipts = new Set(made.map(({ body }) => body.receiptId));
    expect(receipts.size).toBe(2);
  });

  it.each([-1, 0, 0.5, 1_000_000_001, 1e300, '100', null])('are not of %p pence', async (pence) => {
    const { invoice } = await served.invoiced();
    expect(await record(invoice.customerId, pence)).toMatchObject({ status: 422 });
  });

  it('are of no other customer’s invoice, no other field and no day to come', async () => {
    const [one, two] = [await served.invoiced(), await served.invoiced()];
    const { customerId } = one.invoice;
    const other = await record(customerId, 100, { invoiceIds: [two.invoice.id] });
    expect(other).toMatchObject({ status: 422, body: { code: 'fields-need-attention' } });
    expect((await record(customerId, 100, { on: '2099-01-01' })).status).toBe(422);
    expect((await record(customerId, 100, { method: 'barter' })).status).toBe(422);
    expect((await record(customerId, 100, { settledPence: 5 })).status).toBe(422);
    expect((await record(randomUUID(), 100)).status).toBe(404);
    expect((await record('nobody', 100)).status).toBe(422);
  });

  it('are taken back, not while some of it is refunded', async () => {
    const { invoice } = await served.invoiced();
    const { body } = await record(invoice.customerId, gross + 500);
    const refund = await ask('POST', '/refunds', payment(invoice.customerId, 500));
    expect(refund.status).toBe(201);
    const undo = (id: string, reason = 'Wrong') => ask('POST', `/payments/${id}/undo`, { reason });
    expect(await undo(body.id)).toMatchObject({ status: 409, body: { code: 'refunded' } });
    expect(await undo(refund.body.id, ' ')).toMatchObject({ status: 422 });
    expect((await undo(refund.body.id)).body.undone).not.toBeNull();
    expect((await undo(body.id)).status).toBe(200);
    expect((await undo(body.id)).status).toBe(200);
    expect((await undo(randomUUID())).status).toBe(404);
    const tooMuch = await ask('POST', '/refunds', payment(invoice.customerId, 1));
    expect(tooMuch).toMatchObject({ status: 422 });
  });
});

it('pays an invoice with credit, and credits one line of an invoice', async () => {
  const first = await served.invoiced();
  const { organisationId } = first.booking;
  await record(first.invoice.customerId, gross + 5000);
  const second = await served.invoiced({ places: 2, organisationId: organisationId ?? '' });
  const { customerId } = second.invoice;
  const used = await ask('POST', `/customers/${customerId}/credit`, { invoiceIds: [second.invoice.id] });
  expect(used).toMatchObject({ status: 200, body: { outstandingPence: 2 * gross - 5000, creditPence: 0 } });
  const credited = await ask('POST', `/documents/${second.invoice.id}/credit`, {
    lines: [2],
    percent: 100,
    reason: 'Cancelled',
  });
  expect(credited).toMatchObject({ status: 201, body: { kind: 'credit-note', grossPence: gross } });
  const told = await served.stage.query<{ subject: string }>(
    `SELECT payload ->> 'subject' AS subject FROM outbox WHERE payload ->> 'subject' LIKE 'Credit note %' || $1 || '%'`,
    [second.booking.reference],
  );
  expect(told).toHaveLength(1);
  const more = await ask('POST', `/documents/${second.invoice.id}/credit`, {
    lines: [2],
    percent: 1,
    reason: 'Once more',
  });
  expect(more).toMatchObject({ status: 409, body: { code: 'nothing-left' } });
  for (const percent of [0, -5, 101, 1.5]) {
    const bad = await ask('POST', `/documents/${second.invoice.id}/credit`, { percent, reason: 'x' });
    expect(bad.status).toBe(422);
  }
});

it('lists invoices page by page, each of them once', async () => {
  for (let count = 0; count < 5; count += 1) await served.invoiced({ name: 'Paged Council' });
  const labels: string[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/invoices?q=Paged&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
    const { body }: { body: { items: { label: string }[]; nextCursor: string | null } } =
      await served.stage.api('GET', path, served.api);
    labels.push(...body.items.map(({ label }) => label));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(labels).toHaveLength(5);
  expect(new Set(labels).size).toBe(5);
  expect((await ask('GET', '/invoices?cursor=nonsense')).status).toBe(400);
});

describe('documents of a booking', () => {
  it('are for its own people alone', async () => {
    const { booking, invoice } = await served.invoiced();
    const stranger = await served.stage.booker();
    const own = await served.stage.booker({ organisationId: booking.organisationId ?? '' });
    const path = `/bookings/${booking.reference}/documents`;
    const seen = await served.stage.api<{ items: { label: string }[] }>('GET', path, own.api);
    expect(seen.body.items.map(({ label }) => label)).toEqual([invoice.label]);
    expect((await served.stage.api('GET', path, stranger.api)).status).toBe(404);
    expect((await served.stage.api('GET', path, {})).status).toBe(404);
    const page = (label: string, headers: Readonly<Record<string, string>>) =>
      fetch(`${served.stage.url}/conference/bookings/${booking.reference}/documents/${label}`, { headers });
    const others = await served.invoiced();
    expect((await page(invoice.label, own.headers)).status).toBe(200);
    expect((await page(others.invoice.label, own.headers)).status).toBe(404);
    expect((await page(`${invoice.label}.pdf`, stranger.headers)).status).toBe(404);
    expect((await served.stage.api('GET', `/documents/${invoice.id}`, own.api)).status).toBe(403);
    expect((await served.stage.api('POST', '/payments', own.api, {})).status).toBe(403);
  });

  it('have a receipt once a payment settles its invoice', async () => {
    const { booking, invoice } = await served.invoiced();
    await record(invoice.customerId, 100);
    const own = await served.stage.booker({ organisationId: booking.organisationId ?? '' });
    const path = `/bookings/${booking.reference}/documents`;
    const seen = await served.stage.api<{ items: { kind: string }[] }>('GET', path, own.api);
    expect(seen.body.items.map(({ kind }) => kind).toSorted()).toEqual(['invoice', 'receipt']);
  });
});

it('issues an invoice again with its purchase order, once', async () => {
  const { booking, invoice } = await served.invoiced({ needsOrder: true });
  const path = `/bookings/${booking.reference}/purchase-order`;
  const enter = () =>
    ask<{ issuedAgain: string[] }>('POST', path, { purchaseOrder: 'PO 4711', issueAgain: true });
  const [first, second] = await Promise.all([enter(), enter()]);
  const labels = [first, second].flatMap(({ body }) => body.issuedAgain);
  expect(labels).toHaveLength(1);
  expect(labels).not.toContain(invoice.label);
  expect((await ask('POST', path, { purchaseOrder: 'x'.repeat(61) })).status).toBe(422);
});

it('is described, every address of it', async () => {
  const answer = await fetch(`${served.stage.url}${apiPath}/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  const described = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    ),
  );
  const own = Object.keys(moneyAccess).filter((route) => route.includes(apiPath));
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((route) => !described.has(route))).toEqual([]);
});
