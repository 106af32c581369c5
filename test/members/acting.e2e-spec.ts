import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { textOf, type TestBrowser } from './browsing.js';
import { ada, sam, startPeople, type PeopleSystem } from './people-system.js';
import type { TestSession } from './sessions.js';

let people: PeopleSystem;
beforeAll(async () => {
  people = await startPeople();
});
afterAll(() => people.stop());

const manage = '/members/manage/people';
const actPath = async (name: string) => `${manage}/${await people.idOf(name)}/act`;
const xiu = 'Xiu Example';

/** Staff who begin to act for somebody. */
async function acting(
  name: string,
): Promise<{ session: TestSession; before: TestBrowser; browser: TestBrowser }> {
  const session = await people.session(sam);
  const before = await people.signedIn(sam, session);
  const answer = await before.post(await actPath(name));
  expect([answer.status, answer.location]).toEqual([303, '/members/account']);
  return { session, before, browser: await people.signedIn(sam, session) };
}

const acts = (act: string) =>
  people.query<Record<string, unknown>>(
    `SELECT actor_name AS actor, subject_name AS subject, on_behalf_of_id AS behalf FROM audit_entries WHERE act = $1 ORDER BY id DESC LIMIT 1`,
    [act],
  );

it('is explained first, and begins with a press', async () => {
  const browser = await people.signedIn(sam);
  const before = await acts('acting-started');
  const page = textOf((await browser.get(await actPath(xiu))).html);
  expect(page).toContain('It is recorded that you began, what you did and when you stopped.');
  expect(page).toContain('Sam Staff, for Xiu Example');
  expect(await acts('acting-started')).toEqual(before);
});

it('makes staff the person and no more, says who really does what, and ends when they stop', async () => {
  const { session, browser } = await acting(xiu);
  const id = await people.idOf(xiu);
  expect(await acts('acting-started')).toEqual([{ actor: 'Sam Staff', subject: xiu, behalf: null }]);
  expect((await browser.get(manage)).status).toBe(403);
  expect((await browser.get(await actPath('Mo Sample'))).status).toBe(403);
  expect((await browser.post(await actPath('Mo Sample'))).status).toBe(403);

  const form = formIn((await browser.get('/members/account/details')).html);
  await browser.post('/members/account/details', { ...form, pronouns: 'they/them' });
  expect(
    await people.query(
      'SELECT actor_id, actor_name FROM person_revisions WHERE person_id = $1 AND version = 2',
      [id],
    ),
  ).toEqual([{ actor_id: await people.idOf('Sam Staff'), actor_name: 'Sam Staff, for Xiu Example' }]);

  const stopped = await browser.post('/members/acting/stop');
  expect([stopped.status, stopped.location]).toEqual([303, `${manage}/${id}`]);
  expect(await acts('acting-stopped')).toEqual([{ actor: 'Sam Staff', subject: xiu, behalf: id }]);
  const again = await people.signedIn(sam, session);
  expect((await again.get(stopped.location ?? '')).status).toBe(200);
  // A second press of the button.
  expect((await again.post('/members/acting/stop')).location).toBe('/');
  expect(await people.query(`SELECT 1 FROM audit_entries WHERE act = 'acting-stopped'`)).toHaveLength(1);
});

it('ends by itself after an hour', async () => {
  const { session } = await acting(xiu);
  const [row] = await people.query<{ minutes: number }>(
    'SELECT round(extract(epoch FROM acting_until - now()) / 60)::int AS minutes FROM sessions WHERE id = $1',
    [session.id],
  );
  expect(row?.minutes).toBe(60);
  await people.query(`UPDATE sessions SET acting_until = now() - interval '1 second' WHERE id = $1`, [
    session.id,
  ]);
  expect((await (await people.signedIn(sam, session)).get(manage)).status).toBe(200);
});

it('ends when the person is given a role, as nobody acts for staff', async () => {
  const { session } = await acting('Ivo Ipsum');
  const admin = await people.signedIn(ada);
  const roles = `${manage}/${await people.idOf('Ivo Ipsum')}/roles`;
  expect((await admin.post(roles, { role: 'staff', change: 'grant' })).status).toBe(303);
  expect((await (await people.signedIn(sam, session)).get(manage)).status).toBe(200);
});

it.each([
  ['staff for an administrator', sam, 'Ada Admin'],
  ['an administrator for staff', ada, 'Kit Keeper'],
  ['staff for themselves', sam, 'Sam Staff'],
  ['a board member for another', 'mo.sample@glasgow-city-council.example.org', xiu],
])('is not for %s', async (_, address, name) => {
  const session = await people.session(address);
  const browser = await people.signedIn(address, session);
  expect((await browser.post(await actPath(name))).status).toBe(403);
  const [row] = await people.query<{ actingFor: string | null }>(
    'SELECT acting_for AS "actingFor" FROM sessions WHERE id = $1',
    [session.id],
  );
  expect(row?.actingFor).toBeNull();
});

it('is not begun from another site', async () => {
  const browser = await people.signedIn(sam);
  const answer = await browser.post(await actPath(xiu), {}, { 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(403);
});

it('is for somebody who is there', async () => {
  const browser = await people.signedIn(sam);
  expect((await browser.post(`${manage}/01890000-0000-7000-8000-000000000000/act`)).status).toBe(404);
});
