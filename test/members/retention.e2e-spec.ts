import { kept, kindsKept } from '../../apps/members/src/retention/domain/kept.js';
import { addPerson } from './sessions.js';
import { openPeopleData, type PeopleData } from './people-data.js';

describe('retention', () => {
  let data: PeopleData;
  beforeEach(async () => {
    data = await openPeopleData();
  });
  afterEach(() => data.close());

  /** Writes what was there a day before and a day after each kind's time was over on 22 November 2026, at noon. */
  async function age(
    person: string,
    days: Record<'history' | 'signInRequests' | 'sessions' | 'apiTokens' | 'audit', string>,
  ) {
    await data.client.query('UPDATE person_revisions SET at = $2 WHERE person_id = $1', [
      person,
      days.history,
    ]);
    await data.client.query('UPDATE sign_in_requests SET asked_at = $1', [days.signInRequests]);
    await data.client.query('UPDATE sessions SET expires_at = $2 WHERE person_id = $1', [
      person,
      days.sessions,
    ]);
    await data.client.query('UPDATE api_tokens SET expires_at = $2 WHERE person_id = $1', [
      person,
      days.apiTokens,
    ]);
    await data.client.query('UPDATE audit_entries SET at = $2 WHERE actor_id = $1', [person, days.audit]);
  }

  it('removes what has been kept for its time, and nothing sooner', async () => {
    const person = await data.addTraced({
      name: 'Xiu Example',
      address: 'xiu@example.org',
      roles: ['staff'],
    });
    await age(person, {
      history: '2023-11-23T12:00:00Z',
      signInRequests: '2026-11-21T13:00:00Z',
      sessions: '2026-10-23T12:00:00Z',
      apiTokens: '2026-08-25T12:00:00Z',
      audit: '2024-11-23T12:00:00Z',
    });
    await data.client.query(
      `INSERT INTO imports VALUES (gen_random_uuid(), $1, 'Xiu Example', '2026-11-16T13:00:00Z', 'members.csv', 'UTF-8',
         '[]', 0, 0, 0, 0, 0, 'uploaded', NULL, 0, NULL, NULL)`,
      [person],
    );
    const first = await data.retention.run();
    expect(first?.removed).toEqual(Object.fromEntries(kindsKept.map((kind) => [kind, 0])));

    data.setNow('2026-11-24T13:00:00Z');
    const second = await data.retention.run();
    expect(second?.removed).toEqual({
      people: 0,
      history: 1,
      signInRequests: 1,
      limits: 0,
      sessions: 1,
      apiTokens: 1,
      audit: 1,
      imports: 1,
      receipts: 0,
    });
    await expect(data.count('people')).resolves.toBe(1);
  });

  it('runs once a day, however many replicas there are, and leaves a report', async () => {
    const runs = await Promise.all([data.retention.run(), data.retention.run(), data.retention.run()]);
    expect(runs.filter((run) => run !== null)).toHaveLength(1);
    await expect(data.retention.run()).resolves.toBeNull();
    // Midnight in London; UTC is there already.
    data.setNow('2026-11-23T00:00:00Z');
    await expect(data.retention.run()).resolves.toMatchObject({ dueOn: '2026-11-23' });
    await expect(data.count('retention_runs WHERE ended_at IS NOT NULL')).resolves.toBe(2);
  });

  it('takes up again what was broken off', async () => {
    await data.client.query(`INSERT INTO retention_runs VALUES ('2026-11-22', now(), NULL, '{}')`);
    await expect(data.retention.run()).resolves.toMatchObject({ dueOn: '2026-11-22' });
  });

  it('erases people whom nothing holds any more, and nobody else', async () => {
    const old = '2023-11-21T12:00:00Z';
    const names = ['Dormant', 'Recent', 'Staff', 'Seated', 'Member', 'Signed in'];
    const ids = new Map<string, string>();
    for (const name of names) {
      const id = await addPerson(data.client, { name, roles: name === 'Staff' ? ['staff'] : [] });
      await data.client.query('UPDATE people SET changed_at = $2 WHERE id = $1', [id, old]);
      ids.set(name, id);
    }
    await data.client.query('UPDATE people SET changed_at = now() WHERE id = $1', [ids.get('Recent')]);
    await data.client.query(`INSERT INTO boards VALUES ('values', 'Values board')`);
    await data.client.query(
      `INSERT INTO seats VALUES (gen_random_uuid(), $1, 'values', NULL, '2026-01-01', NULL)`,
      [ids.get('Seated')],
    );
    await data.client.query(
      `INSERT INTO organisations (id, name, name_key, category, kind, status, purchase_order_required, version, created_at, changed_at)
       VALUES ($1, 'A council', 'a council', 'full', 'council', 'member', false, 1, now(), now())`,
      [ids.get('Member')],
    );
    await data.client.query(`INSERT INTO affiliations VALUES ($1, $1, 'officer', NULL, false)`, [
      ids.get('Member'),
    ]);
    await data.client.query(
      `INSERT INTO audit_entries (id, at, act, actor_id, actor_name, details)
       VALUES (gen_random_uuid(), '2025-01-01', 'signed-in', $1, 'Signed in', '{}')`,
      [ids.get('Signed in')],
    );
    const run = await data.retention.run();
    expect(run?.removed.people).toBe(1);
    const { rows } = await data.client.query<{ id: string }>(
      'SELECT id FROM people WHERE erased_at IS NOT NULL',
    );
    expect(rows.map(({ id }) => id)).toEqual([ids.get('Dormant')]);
  });

  it('has a report that tells of a kind that could not be dealt with', async () => {
    await data.client.query('ALTER TABLE api_tokens RENAME TO api_tokens_gone');
    const run = await data.retention.run();
    expect(Object.keys(run?.removed ?? {}).toSorted()).toEqual(
      kindsKept.filter((kind) => kind !== 'apiTokens').toSorted(),
    );
    expect(kept.apiTokens.title).toBe('API tokens');
  });
});
