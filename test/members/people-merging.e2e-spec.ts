import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { textOf, type TestBrowser } from './browsing.js';
import { ada, sam, startPeople, type PeopleSystem } from './people-system.js';

let people: PeopleSystem;
let staff: TestBrowser;
let admin: TestBrowser;
beforeAll(async () => {
  people = await startPeople();
  staff = await people.signedIn(sam);
  admin = await people.signedIn(ada);
});
afterAll(() => people.stop());

const manage = '/members/manage/people';
const mergePath = (kept: string, gone: string) => `${manage}/${kept}/merge/${gone}`;

async function make(name: string, email: string): Promise<string> {
  const answer = await staff.post(`${manage}/new`, { name, email, once: `once-of-${email}` });
  if (answer.location === null) throw new Error(textOf(answer.html));
  return answer.location.split('/').at(-1) ?? '';
}

/** Merges as the page is: with what it shows and sends. */
async function merge(kept: string, gone: string, browser = staff) {
  const { html } = await browser.get(mergePath(kept, gone));
  return browser.post(mergePath(kept, gone), formIn(html));
}

const lastTold = async (id: string) => {
  const [row] = await people.query<{ version: number; payload: Record<string, unknown> }>(
    `SELECT aggregate_version AS version, payload FROM outbox
     WHERE type = 'members.person-changed.v1' AND aggregate_id = $1 ORDER BY position DESC LIMIT 1`,
    [id],
  );
  return row;
};

/** How many rows point at each person, table by table: nothing may be lost, or left with a record that leads elsewhere. */
const pointers = async (ids: readonly string[]) => {
  const rows = await people.query<{ n: number; part: string; id: string }>(
    `SELECT 'emails' AS part, person_id AS id, count(*)::int AS n FROM emails GROUP BY 2
     UNION ALL SELECT 'affiliations', person_id, count(*)::int FROM affiliations GROUP BY 2
     UNION ALL SELECT 'seats', person_id, count(*)::int FROM seats GROUP BY 2
     UNION ALL SELECT 'sessions', person_id, count(*)::int FROM sessions WHERE ended_at IS NULL GROUP BY 2
     UNION ALL SELECT 'tokens', person_id, count(*)::int FROM api_tokens WHERE revoked_at IS NULL GROUP BY 2`,
  );
  return ids.map((id) =>
    Object.fromEntries(rows.filter((row) => row.id === id).map(({ part, n }) => [part, n])),
  );
};

describe('merging two records', () => {
  it('moves all that points at the one, ends its sessions and tokens, and lets it lead to the other', async () => {
    const [kept, gone] = [
      await people.idOf('Councillor Vikram Vicechair'),
      await people.idOf('Wanda Twohats'),
    ];
    await people.session('wanda@example.org');
    await people.query(
      `INSERT INTO api_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at)
       VALUES (gen_random_uuid(), $1, 'T', 'h', '[]', now(), now() + interval '1 day')`,
      [gone],
    );
    expect(await pointers([kept, gone])).toEqual([
      { emails: 1, affiliations: 1, seats: 2 },
      { emails: 2, affiliations: 2, sessions: 1, tokens: 1 },
    ]);
    const page = textOf((await staff.get(mergePath(kept, gone))).html);
    expect(page).toContain('A merge cannot be undone.');
    expect((await merge(kept, gone)).location).toBe(`${manage}/${kept}`);
    expect(await pointers([kept, gone])).toEqual([{ emails: 3, affiliations: 3, seats: 2 }, {}]);

    expect(await lastTold(kept)).toMatchObject({
      version: 2,
      payload: { mergedInto: null, phone: '01632 960102', email: expect.stringContaining('vikram') },
    });
    expect(await lastTold(gone)).toMatchObject({
      version: 2,
      payload: { mergedInto: kept, email: null, affiliations: [], seats: [], roles: [] },
    });
    const old = await staff.get(`${manage}/${gone}`);
    expect(old.location).toBe(`${manage}/${kept}`);
    const now = textOf((await staff.get(`${manage}/${kept}`)).html);
    expect(now).toContain('The record of Wanda Twohats was merged into this one.');
    expect(now).toContain('in a record that is part of this one now');
    expect(now).toContain('Name: Wanda Twohats');
    expect(textOf((await staff.get(`${manage}?q=twohats`)).html)).not.toContain('Wanda Twohats');
    const audit = await people.query(
      `SELECT actor_name, details FROM audit_entries WHERE act = 'people-merged' AND subject_id = $1`,
      [kept],
    );
    expect(audit).toEqual([{ actor_name: 'Sam Staff', details: { mergedId: gone, mergedName: 'Wan' } }]);
    // A second press of the button.
    expect((await merge(kept, gone)).location).toBe(`${manage}/${kept}`);
  });

  it('leads on from what was merged before, and tells of it', async () => {
    const ids = [
      await make('Chain One', 'chain.1@example.org'),
      await make('Chain Two', 'chain.2@example.org'),
      await make('Chain Three', 'chain.3@example.org'),
    ] as const;
    const [first, second, third] = ids;
    await merge(second, first);
    await merge(third, second);
    expect((await staff.get(`${manage}/${first}`)).location).toBe(`${manage}/${third}`);
    for (const id of [first, second])
      expect((await lastTold(id))?.payload).toMatchObject({ mergedInto: third });
    expect(await pointers(ids)).toEqual([{}, {}, { emails: 3 }]);
    // Back again there is no way: both are the third by now.
    expect((await staff.post(mergePath(first, third), { keptVersion: '1', goneVersion: '1' })).location).toBe(
      `${manage}/${third}`,
    );
    expect(textOf((await staff.get(`${manage}/${third}`)).html)).toContain('Chain One');
  });

  it('of each into the other at once does one of them', async () => {
    const [a, b] = [
      await make('Round A', 'round.a@example.org'),
      await make('Round B', 'round.b@example.org'),
    ];
    const versions = { keptVersion: '1', goneVersion: '1' };
    const answers = await Promise.all([
      staff.post(mergePath(a, b), versions),
      admin.post(mergePath(b, a), versions),
    ]);
    const done = answers.filter(({ status }) => status === 303);
    expect(done.length).toBeGreaterThanOrEqual(1);
    const merged = await people.query<{ id: string }>(
      'SELECT id FROM people WHERE id = ANY($1) AND merged_into IS NOT NULL',
      [[a, b]],
    );
    expect(merged).toHaveLength(1);
    expect(await people.query('SELECT 1 FROM emails WHERE person_id = ANY($1)', [[a, b]])).toHaveLength(2);
  });

  it('is refused when either record has changed since they were compared', async () => {
    const [kept, gone] = [
      await make('Vera One', 'vera.1@example.org'),
      await make('Vera Two', 'vera.2@example.org'),
    ];
    const form = formIn((await staff.get(mergePath(kept, gone))).html);
    await admin.post(`${manage}/${gone}/emails/new`, { email: 'vera.3@example.org' });
    const answer = await staff.post(mergePath(kept, gone), form);
    expect(answer.status).toBe(409);
    expect(textOf(answer.html)).toContain('One of the records has changed since you compared them.');
    expect((await staff.post(mergePath(kept, gone), formIn(answer.html))).status).toBe(303);
  });

  it('moves no role, and is for an administrator where one is at stake', async () => {
    const member = await make('Mina Member', 'mina@example.org');
    const keeper = await people.idOf('Kit Keeper');
    const versions = { keptVersion: '1', goneVersion: '1' };
    // With it, staff could sign in as an administrator by an address of their own.
    expect((await staff.post(mergePath(await people.idOf('Ada Admin'), member), versions)).status).toBe(403);
    expect((await staff.post(mergePath(keeper, member), versions)).status).toBe(403);
    const refused = await admin.post(mergePath(member, keeper), versions);
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('a role does not move to another record');
    expect((await merge(keeper, member, admin)).status).toBe(303);
    expect(await people.query('SELECT role FROM grants WHERE person_id = $1', [keeper])).toEqual([
      { role: 'staff' },
    ]);
  });

  it('leaves nothing to do with the record that is part of another', async () => {
    const [kept, gone] = [
      await make('Left A', 'left.a@example.org'),
      await make('Left B', 'left.b@example.org'),
    ];
    await merge(kept, gone);
    await staff.post(`${manage}/${gone}/emails/new`, { email: 'left.c@example.org' });
    expect(await pointers([kept, gone])).toEqual([{ emails: 3 }, {}]);
  });
});
