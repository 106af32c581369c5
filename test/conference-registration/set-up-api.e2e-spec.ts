import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { staffPerson } from '../events-calendar/signed-in.js';
import { startSetUp, type SetUpStage } from './set-up-stage.js';
import { apiPath } from './stage.js';

let stage: SetUpStage;
let staff: Record<string, string>;
beforeAll(async () => {
  stage = await startSetUp();
  staff = await stage.headers({ ...staffPerson, via: 'api' });
});
afterAll(() => stage.stop());

interface Thing {
  readonly id: string;
  readonly version: number;
  readonly name?: string;
  readonly code?: string;
  readonly items: readonly Thing[];
  readonly nextCursor?: string | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
const ask = (method: Method, path: string, body?: object, headers: object = {}) =>
  stage.api<Thing & { readonly detail?: string }>(method, path, { ...staff, ...headers }, body);

const empty = async () => `/conferences/${(await stage.staged({ tickets: {} })).id}`;
const seen = (version: number) => ({ 'if-match': `"${version}"` });

it('sets up all that a conference offers, as the pages do', async () => {
  const root = await empty();
  const ticket = await ask('POST', `${root}/ticket-types`, {
    kind: 'ticket',
    name: 'Both days',
    prices: [
      { category: 'full', pence: 19_500 },
      { category: 'full', until: '2035-01-31', pence: 15_000 },
    ],
  });
  expect(ticket).toMatchObject({
    status: 201,
    body: { position: 1, vatBasisPoints: 2000, least: 1, most: null, withdrawn: false },
  });
  const ticketTypeIds = [ticket.body.id];
  const pool = await ask('POST', `${root}/pools`, { name: 'House', capacity: 300, ticketTypeIds });
  const free = await ask('POST', `${root}/allocations`, {
    ticketTypeId: ticket.body.id,
    category: 'full',
    places: 2,
  });
  const code = await ask('POST', `${root}/codes`, {
    code: 'keep',
    reserves: true,
    uses: 3,
    ticketTypeIds,
    priceChange: { kind: 'price', pence: 0 },
  });
  const question = await ask('POST', `${root}/questions`, {
    askedOf: 'delegate',
    kind: 'yes-no',
    label: 'Dinner?',
  });
  expect([pool, free, code, question].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect((await ask('GET', `${root}/pools`)).body.items).toMatchObject([
    { name: 'House', held: 3, free: 297, over: 0 },
  ]);
  expect((await ask('GET', `${root}/codes`)).body).toMatchObject({
    items: [{ code: 'KEEP', used: 0, kept: 3, ended: false }],
    nextCursor: null,
  });
  const edited = await ask(
    'PUT',
    `${root}/pools/${pool.body.id}`,
    { name: 'House', capacity: 2, ticketTypeIds },
    seen(pool.body.version),
  );
  expect(edited).toMatchObject({ status: 200, body: { capacity: 2 } });
  expect((await ask('GET', `${root}/pools`)).body.items).toMatchObject([{ free: 0, over: 1 }]);
  const ended = await ask('POST', `${root}/codes/${code.body.items[0]?.id}/end`);
  expect(ended).toMatchObject({ status: 200, body: { ended: true } });
  expect((await ask('GET', `${root}/allocations`)).body.items).toMatchObject([{ places: 2, taken: 0 }]);
  expect((await ask('DELETE', `${root}/allocations/${free.body.id}`)).status).toBe(204);
  const retired = await ask('POST', `${root}/questions/${question.body.id}/retirement`, { retired: true });
  expect(retired).toMatchObject({ status: 200, body: { retired: true } });
  expect((await ask('DELETE', `${root}/pools/${pool.body.id}`)).status).toBe(204);
  expect((await ask('DELETE', `${root}/questions/${question.body.id}`)).status).toBe(204);
  const withdrawn = await ask('POST', `${root}/ticket-types/${ticket.body.id}/withdrawal`, {
    withdrawn: true,
  });
  expect(withdrawn).toMatchObject({ status: 200, body: { withdrawn: true } });
  expect(await ask('DELETE', `${root}/ticket-types/${ticket.body.id}`)).toMatchObject({
    status: 409,
    body: { code: 'ticket-booked' },
  });
});

it('makes a thing once for each key, and lists codes page by page, each once', async () => {
  const root = await empty();
  const key = { 'idempotency-key': randomUUID() };
  const input = { made: { number: 7, prefix: 'X' }, priceChange: { kind: 'percent', percent: 10 } };
  const [first, again] = [
    await ask('POST', `${root}/codes`, input, key),
    await ask('POST', `${root}/codes`, input, key),
  ];
  expect(again.body).toEqual(first.body);
  const found: string[] = [];
  let cursor = '';
  do {
    const { body } = await ask('GET', `${root}/codes?limit=3${cursor}`);
    found.push(...body.items.map(({ id }) => id));
    cursor = typeof body.nextCursor === 'string' ? `&cursor=${body.nextCursor}` : '';
  } while (cursor !== '');
  expect(found.toSorted()).toEqual(first.body.items.map(({ id }) => id).toSorted());
  expect((await ask('GET', `${root}/codes?cursor=forged`)).status).toBe(400);
});

it('orders tickets and questions, all of them or none', async () => {
  const root = await empty();
  const ids: string[] = [];
  for (const name of ['One', 'Two']) {
    ids.unshift((await ask('POST', `${root}/ticket-types`, { kind: 'ticket', name })).body.id);
  }
  const ordered = await ask('PUT', `${root}/ticket-types/order`, { ids });
  expect(ordered.body.items.map(({ name }) => name)).toEqual(['Two', 'One']);
  for (const wrong of [ids.slice(1), [...ids, ids[0]], [ids[0], ids[0]], [ids[0], randomUUID()]]) {
    expect((await ask('PUT', `${root}/ticket-types/order`, { ids: wrong })).status).toBe(422);
  }
});

it.each([
  ['ticket-types', { kind: 'ticket', name: 'X', prices: [{ category: 'full', pence: -1 }] }, 'too-small'],
  ['ticket-types', { kind: 'ticket', name: 'X', prices: [{ category: 'full', pence: 0.5 }] }, 'not-money'],
  [
    'ticket-types',
    { kind: 'ticket', name: 'X', prices: [{ category: 'full', until: 'soon', pence: 1 }] },
    'date-unreadable',
  ],
  ['ticket-types', { kind: 'ticket', name: 'X', vatBasisPoints: 10_001 }, 'vat-out-of-range'],
  ['ticket-types', { kind: 'ticket', name: 'X', most: 1e12 }, 'too-large'],
  ['ticket-types', { kind: 'ticket', name: 'X', colour: 'red' }, 'unknown-field'],
  ['ticket-types', { kind: 'bundle', name: 'X' }, 'unknown-choice'],
  ['pools', { name: 'X', capacity: 1.5, ticketTypeIds: [] }, 'not-a-whole-number'],
  ['pools', { name: 'X', capacity: 1e9, ticketTypeIds: ['x'] }, 'too-large'],
  ['allocations', { ticketTypeId: randomUUID(), category: 'full', places: 1 }, 'unknown-ticket'],
  ['codes', { priceChange: { kind: 'percent', percent: 10 } }, 'code-or-made'],
  ['codes', { code: 'FINE', priceChange: { kind: 'percent', percent: 10.5 } }, 'not-a-whole-number'],
  ['codes', { made: { number: 0 }, priceChange: { kind: 'percent', percent: 10 } }, 'too-small'],
  ['questions', { askedOf: 'delegate', kind: 'choice', label: 'X', choices: ['one'] }, 'too-few-choices'],
  [
    'questions',
    { askedOf: 'delegate', kind: 'text', label: 'X', onlyIf: { questionId: 'x', oneOf: ['yes'] } },
    'not-an-earlier-question',
  ],
])('%s: %j is refused as %s', async (path, input, code) => {
  const answer = await ask('POST', `${await empty()}/${path}`, input);
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.body)).toContain(`"${code}"`);
});

it('knows nothing of another conference’s things, and wants to know which version was seen', async () => {
  const [here, elsewhere] = [await empty(), await empty()];
  const { body } = await ask('POST', `${here}/ticket-types`, { kind: 'ticket', name: 'Here' });
  expect((await ask('GET', `${elsewhere}/ticket-types/${body.id}`)).status).toBe(404);
  expect((await ask('GET', '/conferences/nothing/codes')).status).toBe(404);
  const path = `${here}/ticket-types/${body.id}`;
  const input = { kind: 'ticket', name: 'Now here' };
  expect((await ask('PUT', path, input)).status).toBe(428);
  expect((await ask('PUT', path, input, seen(body.version + 1))).status).toBe(412);
  expect((await ask('PUT', path, input, seen(body.version))).status).toBe(200);
});

it('is described in OpenAPI', async () => {
  const described = await stage.api<{ paths: Record<string, object> }>('GET', '/openapi.json', {});
  expect((await new Validator().validate(described.body)).valid).toBe(true);
  const routes = new Set(
    Object.entries(described.body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    ),
  );
  const { settingUpAccess } = await import('../../apps/conference-registration/src/set-up/access.js');
  const offered = Object.keys(settingUpAccess).filter((route) => route.includes(apiPath));
  expect(offered.filter((route) => !routes.has(route))).toEqual([]);
  expect(offered.length).toBeGreaterThan(25);
});

describe('how people take part in a conference', () => {
  const told = async (conferenceId: string) => {
    const rows = await stage.query<{ format: string }>(
      `SELECT payload ->> 'format' AS format FROM outbox
       WHERE type = 'conference-registration.conference-changed.v1' AND payload ->> 'id' = $1 ORDER BY at, id`,
      [conferenceId],
    );
    return rows.map(({ format }) => format);
  };
  const online = {
    kind: 'ticket',
    name: 'Online',
    format: 'online',
    prices: [{ category: 'full', pence: 0 }],
  };

  it('is told where tickets change it, and not where they change something else', async () => {
    const { id } = await stage.staged({ tickets: { Both: {} } });
    const root = `/conferences/${id}/ticket-types`;
    const { body: ticket } = await ask('POST', root, online);
    expect(await told(id)).toEqual(['hybrid']);
    const dearer = { ...online, prices: [{ category: 'full', pence: 900 }] };
    const edited = await ask('PUT', `${root}/${ticket.id}`, dearer, seen(ticket.version));
    expect([edited.status, await told(id)]).toEqual([200, ['hybrid']]);
    const inPerson = { ...dearer, format: 'in-person' };
    const changed = await ask('PUT', `${root}/${ticket.id}`, inPerson, seen(edited.body.version));
    expect([changed.status, await told(id)]).toEqual([200, ['hybrid', 'in person']]);
    await ask('PUT', `${root}/${ticket.id}`, dearer, seen(changed.body.version));
    for (const withdrawn of [true, false, false]) {
      expect((await ask('POST', `${root}/${ticket.id}/withdrawal`, { withdrawn })).status).toBe(200);
    }
    expect((await told(id)).slice(2)).toEqual(['hybrid', 'in person', 'hybrid']);
    expect((await ask('DELETE', `${root}/${ticket.id}`)).status).toBe(204);
    expect((await told(id)).slice(5)).toEqual(['in person']);
    const [row] = await stage.query<{ version: number; told: number }>(
      `SELECT version, (SELECT max((payload ->> 'version')::integer) FROM outbox WHERE payload ->> 'id' = $1::text) AS told
       FROM conferences WHERE id = $1::uuid`,
      [id],
    );
    // What is older would be ignored.
    expect(row?.told).toBe(row?.version);
  });

  it('is told of no draft', async () => {
    const { id } = await stage.staged({ tickets: { Both: {} }, columns: { status: 'draft' } });
    expect((await ask('POST', `/conferences/${id}/ticket-types`, online)).status).toBe(201);
    expect(await told(id)).toEqual([]);
  });
});
