import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { signIn } from '../members/signing-in.js';
import { apiPath } from './stage.js';

const wanda = 'wanda.twohats@rochdale-metropolitan-borough-council.example.org';

interface Delegate {
  readonly number: number;
  readonly name: string;
  readonly email: string | null;
  readonly status: string;
  readonly missing: readonly string[];
  readonly version: number;
}

interface Document {
  readonly kind: string;
  readonly label: string;
  readonly grossPence: number;
  readonly content: {
    readonly purchaseOrder: string | null;
    readonly lines: readonly { readonly netPence: number; readonly vatPence: number }[];
  };
}

interface Items<Item> {
  readonly items: readonly Item[];
}

let system: System;
let tables: pg.Client;
let token: string;
let readOnly: string;

beforeAll(async () => {
  const apps = ['shell', 'members', 'mailer', 'conference-registration'];
  system = await startSystem({ apps, demo: true, mailbox: true });
  tables = new pg.Client({ connectionString: system.databaseUrl('conference-registration') });
  await tables.connect();
  // The time in which half is paid back has come.
  await tables.query(
    `UPDATE conferences SET version = version + 1, refund_steps = jsonb_build_array(
       jsonb_build_object('until', current_date - 2, 'percent', 100),
       jsonb_build_object('until', current_date + 30, 'percent', 50))
     WHERE status = 'open'`,
  );
}, 240_000);
afterAll(async () => {
  await tables?.end();
  await system?.stop();
});

/** Asks the site itself, as a program out there does. */
const send = (method: string, path: string, body?: object, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${system.urls['shell']}${apiPath}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });

async function ask<Body>(
  method: string,
  path: string,
  status: number,
  body?: object,
  headers?: Readonly<Record<string, string>>,
): Promise<Body> {
  const answer = await send(method, path, body, headers);
  const read = (await answer.json()) as Body;
  expect({ path, status: answer.status, read }).toMatchObject({ path, status });
  return read;
}

const mailed = (address: string, subject: RegExp) => system.mailbox.waitFor(address, { subject });

describe('an officer of Rochdale, by the API alone, with a token', () => {
  let path: string;
  let credit: Document | undefined;

  it('makes the token on her account’s page', async () => {
    const browser = await signIn(system, wanda);
    const make = async (access: 'read' | 'write') => {
      const made = await browser.post('/members/account/tokens/new', {
        name: 'Booking program',
        'scope-conference-registration': `conference-registration:${access}`,
        days: '90',
      });
      return /nea_[\w-]{43}/.exec(made.html)?.[0] ?? 'none';
    };
    [token, readOnly] = [await make('write'), await make('read')];
    // It opens no pages.
    const page = await fetch(`${system.urls['shell']}/conference/bookings`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
    });
    expect(page.status).not.toBe(200);
  });

  it('books five delegates, of whom each answers what is asked, and confirms', async () => {
    const { items } = await ask<Items<{ id: string; status: string }>>('GET', '/conferences', 200);
    const conference = items.find(({ status }) => status === 'open')?.id ?? '';
    const { tickets } = await ask<{ tickets: { id: string; name: string; left: number | null }[] }>(
      'GET',
      `/conferences/${conference}/offer`,
      200,
    );
    const both = tickets.find(({ name }) => name === 'Both days, in person')?.id ?? '';
    const organisations = await ask<Items<{ id: string; name: string; category: string }>>(
      'GET',
      '/organisations',
      200,
    );
    expect(organisations.items).toEqual([
      { id: expect.any(String) as string, name: 'Rochdale Metropolitan Borough Council', category: 'full' },
    ]);
    const wish = { for: { organisationId: organisations.items[0]?.id }, quantities: { [both]: 5 } };
    const key = { 'idempotency-key': 'rochdale-five' };
    const begun = await ask<{ reference: string; totals: { grossPence: number } }>(
      'POST',
      `/conferences/${conference}/bookings`,
      201,
      wish,
      key,
    );
    expect(await ask('POST', `/conferences/${conference}/bookings`, 201, wish, key)).toEqual(begun);
    path = `/bookings/${begun.reference}`;

    const people = ['Wanda Twohats', 'Ann Example', 'Bo Sample', 'Cy Specimen', 'Di Dummy'];
    const delegates = people.map((name) => ({
      name,
      email: `${name.split(' ')[0]?.toLowerCase()}.by.api@example.org`,
    }));
    const named = await ask<Items<Delegate>>('POST', `${path}/delegates`, 201, { delegates });
    const questions = await ask<Items<{ id: string; askedOf: string; label: string; required: boolean }>>(
      'GET',
      `${path}/questions`,
      200,
    );
    const first = questions.items.find(({ label }) => label.includes('first conference'));
    expect(first).toMatchObject({ askedOf: 'delegate', kind: 'yes-no', required: true });
    expect(named.items.every(({ missing }) => missing.length > 0)).toBe(true);
    for (const { number, name, email, version } of named.items) {
      const answered = await ask<Delegate>(
        'PUT',
        `${path}/delegates/${number}`,
        200,
        { name, email, answers: { [first?.id ?? '']: 'no' } },
        { 'if-match': `"${version}"` },
      );
      expect(answered.missing).toEqual([]);
    }
    await ask('PUT', `${path}/payment`, 200, {
      payment: 'invoice',
      billTo: { name: 'Rochdale Metropolitan Borough Council', address: 'Number One Riverside' },
    });
    const confirmation = { expectedGrossPence: begun.totals.grossPence, acceptTerms: true };
    // Two places are free for a full member; three at the early price of £175, with 20 % VAT.
    expect(begun.totals.grossPence).toBe(63_000);
    const confirmed = await ask<{ status: string }>('POST', `${path}/confirm`, 200, confirmation);
    expect(confirmed.status).toBe('confirmed');
    expect((await mailed(wanda, /^Your booking is confirmed/)).text).toContain('£630.00');
    for (const { email } of delegates) await mailed(email, /^You are registered/);
  });

  it('adds the purchase order two days later, swaps a name, and cancels one', async () => {
    await tables.query(
      `UPDATE bookings SET created_at = created_at - interval '2 days', confirmed_at = confirmed_at - interval '2 days'
       WHERE reference = $1`,
      [path.split('/').at(-1)],
    );
    await ask('POST', `${path}/purchase-order`, 200, { purchaseOrder: 'RBC-4711', issueAgain: true });
    const { items } = await ask<Items<Delegate>>('GET', `${path}/delegates`, 200);
    const questions = await ask<Items<{ id: string; label: string }>>('GET', `${path}/questions`, 200);
    const first = questions.items.find(({ label }) => label.includes('first conference'));
    await ask(
      'PUT',
      `${path}/delegates/5/person`,
      200,
      { name: 'Iris Imaginary', email: 'iris.by.api@example.org', answers: { [first?.id ?? '']: 'yes' } },
      { 'if-match': `"${items[4]?.version}"` },
    );
    await mailed('iris.by.api@example.org', /^You are registered/);
    await mailed('di.by.api@example.org', /Iris|place/);
    const refund = await ask<{ percent: number; back: { grossPence: number } }>(
      'GET',
      `${path}/refund?delegates=4`,
      200,
    );
    expect(refund).toMatchObject({ percent: 50, back: { grossPence: 10_500 } });
    await ask('POST', `${path}/cancel`, 200, { delegates: [4], expectedRefundPence: 10_500 });
    await mailed('cy.by.api@example.org', /cancelled|no longer/i);
  });

  it('has the credit note for that one, and downloads it', async () => {
    const { items } = await ask<Items<Document>>('GET', `${path}/documents`, 200);
    expect(items.map(({ kind, grossPence, content }) => [kind, grossPence, content.purchaseOrder])).toEqual([
      ['invoice', 63_000, null],
      ['credit-note', 63_000, null],
      ['invoice', 63_000, 'RBC-4711'],
      ['credit-note', 10_500, 'RBC-4711'],
    ]);
    credit = items.at(-1);
    // Half of £175, and half of its VAT.
    expect(credit?.content.lines).toMatchObject([{ netPence: 8750, vatPence: 1750 }]);
    const pdf = await send('GET', `${path}/documents/${credit?.label}.pdf`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(pdf.headers.get('content-disposition')).toContain(`${credit?.label}.pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('is not let at it without her token, nor with one that only reads', async () => {
    const own = token;
    token = readOnly;
    expect((await send('GET', `${path}/delegates`)).status).toBe(200);
    expect((await send('POST', `${path}/cancel`, { delegates: [1], expectedRefundPence: 0 })).status).toBe(
      403,
    );
    token = `${own.slice(0, -3)}xxx`;
    expect((await send('GET', `${path}/documents/${credit?.label}.pdf`)).status).toBe(401);
    const nobody = await fetch(`${system.urls['shell']}${apiPath}${path}/documents/${credit?.label}.pdf`);
    expect(nobody.status).toBe(404);
  });
});
