import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiPath } from '../stage.js';
import { startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;

beforeAll(async () => {
  stage = await startSetUp();
});
afterAll(() => stage.stop());

const wishes = {
  title: 'Preston 2035',
  region: 'Lancashire',
  country: 'GB',
  firstDay: '2035-07-02',
  lastDay: '2035-07-04',
  summary: 'How a city keeps its money.',
  places: 20,
  organisationLimit: 2,
  categoryLimits: [{ category: 'supporter', most: 2 }],
  reserved: [
    { kind: 'newcomer', places: 3 },
    { kind: 'press', places: 1 },
  ],
  fundedPlaces: 4,
  pricePence: 25_000,
  priceIncludes: 'Rooms and breakfast.',
  depositPence: 5_000,
  balanceDueOn: '2035-06-01',
  refunds: [
    { daysBefore: 14, percent: 50 },
    { daysBefore: 30, percent: 100 },
  ],
  applicationsOpenAt: '2026-01-05T10:00:00+01:00',
  applicationsCloseAt: '2035-03-01T12:00:00Z',
  decisionOn: '2035-03-20',
  acceptanceDays: 7,
};

interface Json {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
  readonly status: string;
  readonly code: string;
  readonly zone: string;
  readonly refunds: readonly object[];
  readonly applications: string;
  readonly applicationsOpenAt: string;
  readonly missing?: readonly string[];
  readonly errors: readonly { field: string; code: string }[];
  readonly items: readonly Record<string, unknown>[];
  readonly nextCursor: string | null;
  readonly state: string;
  readonly digest: string;
  readonly outcome: string | null;
  readonly totals: object;
  readonly perHead: object;
  readonly words: readonly string[];
  readonly score: number;
}

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, headers: object = {}) =>
  stage.api<Json>(method, path, { ...stage.program, ...headers }, body);
const seen = (version: number) => ({ 'if-match': `"${version}"` });
const exempt = {
  answers: { combines: 'yes', overnight: 'yes', occasional: 'yes', notForProfit: 'yes', limitedGroup: 'yes' },
  reasons: 'One a year.',
};

describe('the API of visits', () => {
  it('writes a draft once for each key, which only staff can read', async () => {
    const key = { 'idempotency-key': 'preston' };
    const first = await ask('POST', '/visits', wishes, key);
    expect(first.status).toBe(201);
    expect((await ask('POST', '/visits', wishes, key)).body).toEqual(first.body);
    expect(first.body).toMatchObject({
      slug: 'preston-2035',
      zone: 'Europe/London',
      applicationsOpenAt: '2026-01-05T09:00:00Z',
      applications: 'not-set',
      refunds: [
        { daysBefore: 30, percent: 100 },
        { daysBefore: 14, percent: 50 },
      ],
    });
    expect(first.body.missing).toHaveLength(1);
    expect((await stage.api('GET', `/visits/${first.body.id}`, {})).status).toBe(404);
    expect((await stage.api('POST', '/visits', {}, wishes)).status).toBe(403);
    const listed = await stage.api<Json>('GET', '/visits', {});
    expect(listed.body.items.map(({ slug }) => slug)).not.toContain('preston-2035');
  });

  it('announces it once package travel is signed, and changes it by versions', async () => {
    const { body } = await ask('GET', '/visits/preston-2035');
    const path = `/visits/${body.id}`;
    const early = await ask('POST', `${path}/status`, { status: 'announced' }, seen(1));
    expect([early.status, early.body.errors[0]?.code]).toEqual([422, 'not-ready']);
    const travel = `${path}/package-travel`;
    expect((await ask('GET', travel)).body).toMatchObject({ version: 0, outcome: null, state: 'unsigned' });
    expect((await ask('PUT', travel, exempt)).status).toBe(428);
    const answered = await ask('PUT', travel, exempt, seen(0));
    expect(answered.body).toMatchObject({ version: 1, outcome: 'exempt' });
    expect((await ask('PUT', travel, { ...exempt, reasons: 'Two.' }, seen(0))).status).toBe(412);
    const sign = { digest: answered.body.digest, role: 'Head of operations', agrees: true };
    const stale = await ask('PUT', `${travel}/signature`, { ...sign, digest: 'another' });
    expect([stale.status, stale.body.code]).toEqual([409, 'changed-meanwhile']);
    expect((await ask('PUT', `${travel}/signature`, { ...sign, agrees: false })).status).toBe(422);
    expect((await ask('PUT', `${travel}/signature`, sign)).body.state).toBe('signed');
    expect((await ask('PUT', `${travel}/signature`, sign)).body.code).toBe('signed-already');
    expect((await ask('POST', `${path}/status`, { status: 'announced' })).status).toBe(428);
    const announced = await ask('POST', `${path}/status`, { status: 'announced' }, seen(1));
    expect(announced.body).toMatchObject({ status: 'announced', version: 2 });

    const open = await stage.api<Json>('GET', '/visits/preston-2035', {});
    expect(open.body).toMatchObject({ applications: 'open' });
    expect(open.body.missing).toBeUndefined();
    expect((await ask('PUT', path, { ...wishes, region: 'Preston' }, seen(1))).status).toBe(412);
    expect((await ask('PUT', path, { ...wishes, pricePence: 26_000 }, seen(2))).body.version).toBe(3);
    expect((await ask('GET', travel)).body.state).toBe('changed');
    expect((await ask('PUT', path, { ...wishes, slug: 'other' }, seen(3))).status).toBe(422);
    expect((await ask('PUT', path, { ...wishes, decisionOn: null }, seen(3))).status).toBe(422);
    expect((await ask('POST', `${path}/status`, { status: 'over' }, seen(3))).status).toBe(422);
    expect((await ask('DELETE', path)).status).toBe(422);
    const history = await ask('GET', `${path}/history`);
    expect(history.body.items.map(({ action }) => action)).toContain('Announced');
  });

  it.each<[string, object, string]>([
    ['a moment of no calendar', { applicationsOpenAt: '2035-02-30T09:00:00Z' }, 'applicationsOpenAt'],
    [
      'more reserved than places',
      { places: 3, fundedPlaces: 0, organisationLimit: null, categoryLimits: [] },
      'reserved.press',
    ],
    ['a price below nothing', { pricePence: -1 }, 'pricePence'],
    ['a deposit above the price', { depositPence: 30_000 }, 'depositPence'],
    [
      'refunds that rise',
      {
        refunds: [
          { daysBefore: 30, percent: 50 },
          { daysBefore: 14, percent: 60 },
        ],
      },
      'refunds.1.percent',
    ],
    ['a zone that is none', { zone: 'Mars/Olympus' }, 'zone'],
    ['what nobody thought of', { colour: 'red' }, 'colour'],
  ])('refuses %s at its field', async (_, change, field) => {
    const answer = await ask('POST', '/visits', { ...wishes, ...change });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain(field);
  });

  it('lists by pages, the latest first', async () => {
    for (const day of ['2041-01-01', '2042-01-01']) {
      await stage.visit({ columns: { first_day: day, last_day: day } });
    }
    const first = await ask('GET', '/visits?limit=1');
    expect(first.body.items).toHaveLength(1);
    const second = await ask('GET', `/visits?limit=1&cursor=${first.body.nextCursor}`);
    expect([first, second].map(({ body }) => body.items[0]?.['firstDay'])).toEqual([
      '2042-01-01',
      '2041-01-01',
    ]);
    expect((await ask('GET', '/visits?cursor=nonsense')).status).toBe(400);
  });

  it('copies a visit once for each key, and deletes a draft', async () => {
    const { id } = await stage.visit({ title: 'Bologna 2035' });
    const key = { 'idempotency-key': 'copy' };
    const sent = { title: 'Bologna 2036', firstDay: '2036-03-09' };
    const copy = await ask('POST', `/visits/${id}/copy`, sent, key);
    expect(copy.status).toBe(201);
    expect((await ask('POST', `/visits/${id}/copy`, sent, key)).body.id).toBe(copy.body.id);
    expect((await ask('DELETE', `/visits/${copy.body.id}`)).status).toBe(204);
    expect((await ask('GET', `/visits/${copy.body.id}`)).status).toBe(404);
  });
});

describe('the API of plans', () => {
  it('keeps a budget in pence, and says how it stands', async () => {
    const { id } = await stage.visit({ columns: { places: 4, price_pence: 100_000 } });
    const path = `/visits/${id}/budget`;
    const made = await ask('POST', path, {
      description: 'Flights',
      category: 'travel',
      plannedPence: 350_000,
    });
    expect(made.status).toBe(201);
    const { body } = await ask('GET', path);
    expect(body.totals).toMatchObject({ plannedPence: 350_000, expectedPence: 350_000 });
    expect(body.perHead).toMatchObject({ plannedPence: 87_500, expectedPence: null });
    expect(body.words).toContain('If all 4 places are taken and it costs what was planned, £500.00 remains.');
    const line = `${path}/${made.body.id}`;
    expect((await ask('PUT', line, { description: 'Trains', plannedPence: 1 }, seen(1))).body.version).toBe(
      2,
    );
    expect((await ask('PUT', line, { description: 'Late', plannedPence: 1 }, seen(1))).status).toBe(412);
    for (const wrong of [
      { plannedPence: -1 },
      { plannedPence: 1.5 },
      {},
      { plannedPence: 1, fundedPence: 1 },
    ]) {
      expect((await ask('POST', path, { description: 'x', ...wrong })).status).toBe(422);
    }
    const other = await stage.visit();
    expect((await ask('GET', `/visits/${other.id}/budget/${made.body.id}`)).status).toBe(404);
    expect((await ask('DELETE', line)).status).toBe(204);
    expect((await ask('GET', line)).status).toBe(404);
  });

  it('keeps risks with their scores, and who signed them', async () => {
    const { id } = await stage.visit();
    const path = `/visits/${id}/risks`;
    const coach = { hazard: 'The coach', atRisk: 'All', likelihood: 2, severity: 5, measures: 'Belts.' };
    const nothing = await ask('GET', path);
    const sign = (digest: string) =>
      ask('PUT', `${path}/signature`, { digest, role: 'Leader', agrees: true });
    expect((await sign(nothing.body.digest)).status).toBe(422);
    const made = await ask('POST', path, coach);
    expect(made.body).toMatchObject({ score: 10, band: 'high' });
    expect((await sign((await ask('GET', path)).body.digest)).body.state).toBe('signed');
    await ask('PUT', `${path}/${made.body.id}`, { ...coach, severity: 4 }, seen(1));
    expect((await ask('GET', path)).body).toMatchObject({
      state: 'changed',
      signOffs: [{ number: 1, role: 'Leader' }],
    });
    expect((await ask('POST', path, { ...coach, likelihood: 6 })).status).toBe(422);
    expect((await ask('DELETE', `${path}/${made.body.id}`)).status).toBe(204);
  });

  it('keeps a document once for each key, staff’s own unless said otherwise', async () => {
    const { id } = await stage.visit();
    const address = `${stage.url}${apiPath}/visits/${id}/documents`;
    const send = async (audience?: string) => {
      const body = new FormData();
      body.set('file', new Blob(['a,b\n1,2\n']), 'list.csv');
      if (audience !== undefined) body.set('audience', audience);
      const headers = { ...stage.program, 'idempotency-key': 'document' };
      return (await fetch(address, { method: 'POST', body, headers })).status;
    };
    expect([await send(), await send(), await send('everyone')]).toEqual([201, 201, 422]);
    const { body } = await ask('GET', `/visits/${id}/documents`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ name: 'list.csv', audience: 'staff' });
    expect((await ask('DELETE', `/visits/${id}/documents/${String(body.items[0]?.['id'])}`)).status).toBe(
      204,
    );
  });
});
