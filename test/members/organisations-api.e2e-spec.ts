import type {
  OrganisationOutput,
  OrganisationRevisionOutput,
} from '../../apps/members/src/organisations/api/organisation.schema.js';
import { sam, startPeople, type PeopleSystem } from './people-system.js';
import { startPrograms, type Answer, type Programs, type Refusal } from './programs.js';

interface Page {
  readonly items: readonly OrganisationOutput[];
  readonly nextCursor: string | null;
}

let people: PeopleSystem;
let programs: Programs;
let ask: Programs['ask'];
beforeAll(async () => {
  people = await startPeople();
  programs = await startPrograms(people, sam);
  ask = programs.ask;
});
afterAll(() => people.stop());

const make = async (json: object, headers = {}) =>
  ask<OrganisationOutput>('POST', '/organisations', {
    json: { category: 'affiliate', kind: 'company', ...json },
    headers,
  });
const seen = (version: number) => ({ 'if-match': `"${version}"` });

it('lists every member by name, page by page, each once', async () => {
  const whole = (await ask<Page>('GET', '/organisations?limit=200')).body.items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/organisations?limit=30${cursor === null ? '' : `&cursor=${cursor}`}`;
    const { body }: Answer<Page> = await ask<Page>('GET', path);
    paged.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(paged).toEqual(whole);
  expect(new Set(paged).size).toBe(79);
});

it('filters as the page does', async () => {
  const { body } = await ask<Page>('GET', '/organisations?q=barking+and+dag&category=full');
  expect(body.items).toMatchObject([
    { name: 'Barking & Dagenham Council', status: 'member', joinedOn: null, discount: null },
  ]);
  expect((await ask<Page>('GET', '/organisations?status=left')).body.items).toEqual([]);
});

it.each(['cursor=x', 'limit=0', 'status=gone', 'category=gold', 'colour=red'])(
  'refuses ?%s',
  async (query) => {
    expect((await ask('GET', `/organisations?${query}`)).status).toBe(400);
  },
);

it('puts an organisation on record once for a key, and changes what is said of it', async () => {
  const json = { name: 'Programmed Ltd', joinedOn: '2024-08-01', domains: ['Programmed.example'] };
  const key = { 'idempotency-key': 'programmed-1' };
  const made = await make(json, key);
  expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
  expect(made.body).toMatchObject({ status: 'member', domains: ['programmed.example'], version: 1 });
  expect((await make(json, key)).body.id).toBe(made.body.id);
  const path = `/organisations/${made.body.id}`;
  const edit = {
    name: 'Programmed Ltd',
    kind: 'charity',
    discount: { percent: 25, reason: 'Agreed.', endsOn: '2027-07-31' },
  };
  expect((await ask('PUT', path, { json: edit })).status).toBe(428);
  const edited = await ask<OrganisationOutput>('PUT', path, { json: edit, headers: seen(1) });
  expect(edited.body).toMatchObject({ kind: 'charity', joinedOn: null, domains: [], version: 2 });
  expect(edited.body.discount).toEqual(edit.discount);
  expect((await ask('PUT', path, { json: edit, headers: seen(1) })).status).toBe(412);
  expect((await ask<OrganisationOutput>('GET', path)).body).toEqual(edited.body);
});

it('takes an organisation from step to step, and tells what was done', async () => {
  const { body } = await make({ name: 'Stepping Ltd', status: 'approved' });
  const path = `/organisations/${body.id}`;
  const go = (version: number, json: object, what = 'status') =>
    ask<OrganisationOutput>('POST', `${path}/${what}`, { json, headers: seen(version) });
  expect((await go(1, { status: 'member', on: '2025-09-01' })).body).toMatchObject({
    joinedOn: '2025-09-01',
    version: 2,
  });
  const category = { category: 'supporter', reason: 'They are small.' };
  expect((await go(2, category, 'category')).body).toMatchObject({ category: 'supporter' });
  expect((await go(2, category, 'category')).status).toBe(412);
  const skipped = await ask<Refusal>('POST', `${path}/status`, {
    json: { status: 'left', reason: 'Gone.' },
    headers: seen(3),
  });
  expect([skipped.status, skipped.body.errors]).toEqual([
    422,
    [expect.objectContaining({ field: 'status', code: 'step-not-allowed' })],
  ]);
  const history = await ask<{ items: OrganisationRevisionOutput[] }>('GET', `${path}/revisions`);
  expect(history.body.items.map(({ action, reason }) => `${action} ${reason}`)).toEqual([
    'category-changed They are small.',
    'status-changed null',
    'created null',
  ]);
});

it.each([
  [{ name: '' }, 'name', 'missing'],
  [{ name: 'X', id: 'mine' }, 'id', 'unknown-field'],
  [{ name: 'X', version: 7 }, 'version', 'unknown-field'],
  [{ name: 'THE oldham COUNCIL' }, 'name', 'name-taken'],
  [{ name: 'X', domains: ['gmail.com'] }, 'domains', 'public-domain'],
  [{ name: 'X', joinedOn: '1 August' }, 'joinedOn', 'date-unreadable'],
  [{ name: 'X', discount: { percent: 101, reason: 'R' } }, 'discount.percent', 'percent-out-of-range'],
  [{ name: 'X', status: 'gone' }, 'status', 'unknown-choice'],
])('refuses %j', async (json, field, code) => {
  const answer = await ask<Refusal>('POST', '/organisations', {
    json: { category: 'affiliate', kind: 'company', ...json },
  });
  expect([answer.status, answer.body.errors]).toEqual([422, [expect.objectContaining({ field, code })]]);
});

it('knows nothing of what is not there', async () => {
  for (const id of ['nobody', '01900000-0000-7000-8000-00000000dead', '%00']) {
    expect((await ask('GET', `/organisations/${id}`)).status).toBe(404);
    expect((await ask('GET', `/organisations/${id}/revisions`)).status).toBe(404);
  }
});

it('is for staff, and changes nothing for a token that may only read', async () => {
  const reader = await programs.programOf(sam, 'read');
  const member = await programs.programOf('una@stevenage-borough-council.example.org', 'write');
  expect((await ask('GET', '/organisations', { as: member })).status).toBe(403);
  expect((await ask('GET', '/organisations', { as: {} })).status).toBe(403);
  expect((await ask('GET', '/organisations', { as: reader })).status).toBe(200);
  const json = { name: 'Y', category: 'full', kind: 'council' };
  expect((await ask('POST', '/organisations', { as: reader, json })).status).toBe(403);
});
