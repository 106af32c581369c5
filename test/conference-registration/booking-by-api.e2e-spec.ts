import { startConferences, type Booker, type ConferenceStage } from './stage.js';
import { faultsIn } from './wholly-there.js';

interface Document {
  readonly kind: string;
  readonly label: string;
  readonly grossPence: number;
  readonly content: {
    readonly purchaseOrder: string | null;
    readonly lines: readonly { readonly description: string }[];
  };
}

interface Delegate {
  readonly number: number;
  readonly name: string;
  readonly status: string;
  readonly version: number;
}

const price = 23_400;

describe('an officer of Rochdale, by the API alone', () => {
  let stage: ConferenceStage;
  let officer: Booker;
  beforeAll(async () => {
    stage = await startConferences();
    officer = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  });
  afterAll(() => stage.stop());

  const ask = async <Body>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    status: number,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Body> => {
    const answer = await stage.api<Body>(method, path, { ...officer.api, ...more }, body);
    expect({ path, ...answer }).toMatchObject({ status });
    return answer.body;
  };

  it('books five, adds the purchase order, swaps one, cancels one, and has the right credit note', async () => {
    const conference = await stage.conference({
      tickets: { Both: {} },
      pools: { House: { capacity: 5 } },
      columns: {
        changes_until: '2035-10-01T10:00:00Z',
        refund_steps: JSON.stringify([{ until: '2035-10-01', percent: 50 }]),
      },
    });
    const begun = await ask<{ reference: string; totals: { grossPence: number } }>(
      'POST',
      `/conferences/${conference.id}/bookings`,
      201,
      {
        for: { organisationId: officer.organisationId },
        quantities: { [conference.tickets['Both'] ?? '']: 5 },
      },
    );
    const path = `/bookings/${begun.reference}`;
    const names = ['Ada', 'Bo', 'Cem', 'Dee', 'Eve'].map((name) => `${name} Example`);
    await ask('POST', `${path}/delegates`, 201, { delegates: names.map((name) => ({ name })) });
    await ask('PUT', `${path}/payment`, 200, {
      payment: 'invoice',
      billTo: { name: 'Rochdale Borough Council', address: 'Number One Riverside' },
    });
    const confirm = { expectedGrossPence: begun.totals.grossPence, acceptTerms: true };
    const confirmed = await ask<{ status: string }>('POST', `${path}/confirm`, 200, confirm);
    expect([confirmed.status, begun.totals.grossPence]).toEqual(['confirmed', 5 * price]);
    await expect(faultsIn(stage.query, conference.id)).resolves.toEqual([]);

    // Two days later.
    await stage.query(
      `UPDATE bookings SET confirmed_at = confirmed_at - interval '2 days' WHERE reference = $1`,
      [begun.reference],
    );
    await ask('POST', `${path}/purchase-order`, 200, { purchaseOrder: 'PO-4711', issueAgain: true });
    const [, , , dee] = (await ask<{ items: Delegate[] }>('GET', `${path}/delegates`, 200)).items;
    await ask(
      'PUT',
      `${path}/delegates/4/person`,
      200,
      { name: 'Dan Example' },
      { 'if-match': `"${dee?.version}"` },
    );
    const refund = await ask<Record<string, unknown>>('GET', `${path}/refund?delegates=5`, 200);
    expect(JSON.stringify(refund)).toContain(String(price / 2));
    await ask('POST', `${path}/cancel`, 200, { delegates: [5], expectedRefundPence: price / 2 });

    const { items } = await ask<{ items: Delegate[] }>('GET', `${path}/delegates`, 200);
    expect(items.map(({ name, status }) => [name, status])).toEqual([
      ['Ada Example', 'confirmed'],
      ['Bo Example', 'confirmed'],
      ['Cem Example', 'confirmed'],
      ['Dan Example', 'confirmed'],
      ['Eve Example', 'cancelled'],
    ]);
    const documents = (await ask<{ items: Document[] }>('GET', `${path}/documents`, 200)).items;
    expect(
      documents.map(({ kind, grossPence, content }) => [kind, grossPence, content.purchaseOrder]),
    ).toEqual([
      ['invoice', 5 * price, null],
      ['credit-note', 5 * price, null],
      ['invoice', 5 * price, 'PO-4711'],
      ['credit-note', price / 2, 'PO-4711'],
    ]);
    expect(documents.at(-1)?.content.lines.map(({ description }) => description)).toEqual([
      expect.stringContaining('Eve Example'),
    ]);
  });
});
