import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { sample, today } from '../public-pages/sample-calendar.js';
import { seed } from '../public-pages/seed.js';
import { officerAt, organisation, oversight, person, seat, startTelling, type Telling } from './telling.js';

describe('what members tells', () => {
  let system: System;
  let telling: Telling;

  beforeAll(async () => {
    system = await startSystem({ apps: ['events-calendar', 'members'] });
    telling = await startTelling(system);
  });

  afterAll(async () => {
    await telling.stop();
    await system.stop();
  });

  const seatsOf = (id: string) =>
    telling.query('SELECT board, starts_on, ends_on FROM seats WHERE person_id = $1 ORDER BY number', [id]);
  const rowOf = async (id: string) =>
    (await telling.query('SELECT roles, version, merged_into FROM people WHERE id = $1', [id]))[0];
  const organisationOf = async (id: string) =>
    (await telling.query('SELECT name, category, status, version FROM organisations WHERE id = $1', [id]))[0];

  it('is kept as far as it says what somebody may see, and no further', async () => {
    const council = organisation();
    const told = person({
      phone: '01234 567890',
      pronouns: 'she/her',
      jobTitle: 'Head of Policy',
      roles: ['staff'],
      affiliations: officerAt(council.id),
      seats: [seat('2026-01-01', '2027-03-31'), seat('2024-01-01', null, 'values-and-principles-board')],
    });
    await telling.tell('members.organisation-changed.v1', 3, council);
    await telling.tell('members.person-changed.v1', 7, told);
    await expect(rowOf(told.id)).resolves.toEqual({ roles: ['staff'], version: 7, merged_into: null });
    await expect(seatsOf(told.id)).resolves.toEqual([
      { board: oversight, starts_on: '2026-01-01', ends_on: '2027-03-31' },
      { board: 'values-and-principles-board', starts_on: '2024-01-01', ends_on: null },
    ]);
    await expect(organisationOf(council.id)).resolves.toEqual({
      name: 'Example Council',
      category: 'full',
      status: 'member',
      version: 3,
    });
    const kept = await telling.query<{ all: string }>(
      `SELECT p::text || coalesce((SELECT string_agg(s::text, '') FROM seats s), '') AS all FROM people p`,
    );
    const text = kept.map(({ all }) => all).join();
    for (const personal of ['Ann', 'ann@', '01234', 'she/her', 'Policy'])
      expect(text).not.toContain(personal);
  });

  it('counts once, however often it is delivered, and not when it is older than what is known', async () => {
    const told = person({ seats: [seat('2026-01-01', null)] });
    const first = await telling.tell('members.person-changed.v1', 5, told);
    await telling.tell('members.person-changed.v1', 4, { ...told, seats: [], roles: ['admin'] });
    await expect(rowOf(told.id)).resolves.toMatchObject({ roles: [], version: 5 });
    await expect(seatsOf(told.id)).resolves.toHaveLength(1);
    await telling.tell('members.person-changed.v1', 6, { ...told, seats: [] });
    // The queue gives the first message once more, as it does when a worker died after its transaction.
    await deliverAgain(system, first);
    await telling.tell('members.organisation-changed.v1', 1, organisation());
    await expect(rowOf(told.id)).resolves.toMatchObject({ version: 6 });
    await expect(seatsOf(told.id)).resolves.toEqual([]);
  });

  it('repairs what was lost when the newest is told again', async () => {
    const council = organisation();
    const told = person({ affiliations: officerAt(council.id), seats: [seat('2026-01-01', null)] });
    await telling.tell('members.person-changed.v1', 2, told);
    await telling.query('DELETE FROM seats WHERE person_id = $1', [told.id]);
    await telling.tell('members.person-changed.v1', 2, told);
    await expect(seatsOf(told.id)).resolves.toHaveLength(1);
  });

  it('of a membership changes the organisation, in whichever order the two messages come', async () => {
    const [one, other] = [organisation(), organisation()];
    const left = (id: string) => ({
      organisationId: id,
      name: 'Example Council',
      from: { category: 'full', status: 'leaving' },
      to: { category: 'full', status: 'left' },
      on: today().toString(),
      reason: 'Budget',
    });
    await telling.tell('members.organisation-changed.v1', 1, one);
    await telling.tell('members.membership-changed.v1', 2, left(one.id));
    await telling.tell('members.organisation-changed.v1', 2, { ...one, status: 'left' });
    await telling.tell('members.membership-changed.v1', 2, left(other.id));
    await telling.tell('members.organisation-changed.v1', 1, other);
    for (const { id } of [one, other]) {
      await expect(organisationOf(id)).resolves.toMatchObject({ status: 'left', version: 2 });
    }
  });

  it('of two records of one person leads what belonged to either to the one that stays', async () => {
    const [first, second, third] = [person(), person(), person()];
    for (const told of [first, second, third]) await telling.tell('members.person-changed.v1', 1, told);
    await feedOf(first.id);
    await feedOf(second.id);
    await revisionBy(first.id, 'First Example');
    // The later merge is told before the earlier one.
    await telling.tell('members.person-changed.v1', 2, { ...second, mergedInto: third.id });
    await telling.tell('members.person-changed.v1', 2, { ...first, mergedInto: second.id });
    await expect(rowOf(first.id)).resolves.toEqual({ roles: [], version: 2, merged_into: third.id });
    const owners = await telling.query<{ person_id: string }>(
      'SELECT person_id FROM personal_feeds WHERE person_id = ANY($1)',
      [[first.id, second.id, third.id]],
    );
    expect(owners.map((row) => row.person_id)).toEqual([third.id, third.id]);
    await expect(
      telling.query('SELECT FROM event_revisions WHERE person_id = $1', [third.id]),
    ).resolves.toHaveLength(1);
  });

  async function feedOf(id: string): Promise<void> {
    await telling.query(
      `INSERT INTO personal_feeds (secret_hash, person_id, made_at) VALUES (sha256($1), $2, now())`,
      [Buffer.from(randomUUID()), id],
    );
  }

  /** What a person did to an event of the calendar. */
  async function revisionBy(id: string, name: string): Promise<void> {
    const event = sample();
    await seed(system.databaseUrl('events-calendar'), [event]);
    await telling.query('UPDATE event_revisions SET person_id = $2, person_name = $3 WHERE event_id = $1', [
      event.id,
      id,
      name,
    ]);
  }
});

async function deliverAgain(system: System, id: string): Promise<void> {
  const members = new pg.Client({ connectionString: system.databaseUrl('members') });
  await members.connect();
  try {
    await members.query(
      'UPDATE outbox SET delivered_at = NULL, claim = NULL, leased_until = NULL WHERE id = $1',
      [id],
    );
    await members.query(`SELECT pg_notify('members_outbox', '')`);
    for (;;) {
      const { rows } = await members.query('SELECT delivered_at FROM outbox WHERE id = $1', [id]);
      if (rows[0]?.delivered_at) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await members.end();
  }
}
