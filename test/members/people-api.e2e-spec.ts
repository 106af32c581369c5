import { Validator } from '@seriousme/openapi-schema-validator';
import type { PersonOutput } from '../../apps/members/src/people/api/people.schema.js';
import { sam, startPeople, type PeopleSystem } from './people-system.js';
import { startPrograms, type Answer, type Programs, type Refusal } from './programs.js';

interface Page {
  readonly items: readonly PersonOutput[];
  readonly nextCursor: string | null;
}

let people: PeopleSystem;
let programs: Programs;
let ask: Programs['ask'];
let reader: Record<string, string>;
let member: Record<string, string>;
beforeAll(async () => {
  people = await startPeople();
  programs = await startPrograms(people, sam);
  ask = programs.ask;
  reader = await programs.programOf(sam, 'read');
  member = await programs.programOf('una@stevenage-borough-council.example.org', 'write');
});
afterAll(() => people.stop());

it('is described in OpenAPI 3.1', async () => {
  const result = await new Validator().validate(
    structuredClone(programs.document) as object as Record<string, unknown>,
  );
  expect(result.errors).toBeUndefined();
});

it('lists everybody by name, page by page, each once', async () => {
  const whole = (await ask<Page>('GET', '/people?limit=200')).body.items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const path: string = `/people?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`;
    const { body }: Answer<Page> = await ask<Page>('GET', path);
    paged.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(paged).toEqual(whole);
  expect(new Set(paged).size).toBe(42);
});

it('filters as the page does', async () => {
  const { body } = await ask<Page>('GET', '/people?role=booking-contact&q=york');
  expect(body.items).toMatchObject([
    {
      name: 'Gus Groupsecretary',
      affiliations: [{ role: 'officer', office: 'Group secretary', isBookingContact: true }],
      emails: [{ isPrimary: true, isVerified: true }],
      roles: [],
    },
  ]);
});

it.each(['cursor=x', 'limit=0', 'role=root', 'organisation=x', 'colour=red'])(
  'refuses ?%s',
  async (query) => {
    expect((await ask('GET', `/people?${query}`)).status).toBe(400);
  },
);

it('makes a person once for a key, and changes what is said of them', async () => {
  const json = { name: 'Petra Program', email: 'petra@example.org' };
  const headers = { 'idempotency-key': 'petra-1' };
  const made = await ask<PersonOutput>('POST', '/people', { json, headers });
  expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
  expect((await ask<PersonOutput>('POST', '/people', { json, headers })).body.id).toBe(made.body.id);
  const path = `/people/${made.body.id}`;
  const edit = { json: { name: 'Petra P', phone: '01632 960000' } };
  expect((await ask('PUT', path, edit)).status).toBe(428);
  const edited = await ask<PersonOutput>('PUT', path, { ...edit, headers: { 'if-match': '"1"' } });
  expect(edited.body).toMatchObject({ name: 'Petra P', phone: '01632 960000', version: 2 });
  expect((await ask('PUT', path, { ...edit, headers: { 'if-match': '"1"' } })).status).toBe(412);
  expect((await ask<PersonOutput>('GET', path)).body).toEqual(edited.body);
});

it.each([
  [{ name: '' }, 'name', 'missing'],
  [{ name: 'X', roles: ['admin'] }, 'roles', 'unknown-field'],
  [{ name: 'X', verifiedAt: '2020-01-01' }, 'verifiedAt', 'unknown-field'],
  [{ name: 'X', email: 'x@example.org\nBcc: y@example.org' }, 'email', 'unprintable-character'],
  [{ name: 'X', email: sam }, 'email', 'address-taken'],
  [
    { name: 'X', affiliation: { organisationId: 'x', role: 'officer' } },
    'organisationId',
    'no-such-organisation',
  ],
])('refuses %j', async (json, field, code) => {
  const answer = await ask<Refusal>('POST', '/people', { json });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toEqual([expect.objectContaining({ field, code })]);
});

it('is for staff, and changes nothing for a token that may only read', async () => {
  expect((await ask('GET', '/people', { as: member })).status).toBe(403);
  expect((await ask('GET', '/people', { as: {} })).status).toBe(403);
  expect((await ask('GET', '/people', { as: reader })).status).toBe(200);
  expect((await ask('POST', '/people', { as: reader, json: { name: 'X' } })).status).toBe(403);
});
