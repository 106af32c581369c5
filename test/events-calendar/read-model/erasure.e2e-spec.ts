import { randomUUID } from 'node:crypto';
import { startSystem, type System } from '#launcher';
import { heldSectionsSchema } from '#platform';
import { at, sample } from '../public-pages/sample-calendar.js';
import { seed } from '../public-pages/seed.js';
import { startIdentity, type TestIdentity } from '../signed-in.js';
import { subscriber } from '../personal/subscriber.js';
import { officerAt, person, startTelling, type Telling } from './telling.js';

const internalKey = 'a key that only the services know';

describe('a person who is erased', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;
  const url = () => system.urls['events-calendar'] ?? '';
  const get = (path: string, headers: Record<string, string> = {}) => fetch(url() + path, { headers });

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({
      apps: ['events-calendar', 'members'],
      env: { ...identity.env, INTERNAL_KEY: internalKey },
    });
    telling = await startTelling(system);
    await seed(system.databaseUrl('events-calendar'), [
      sample({
        ref: '2026-their-event',
        title: 'Their event',
        when: at(20),
        organiser: { name: 'Ann Example', email: 'Ann@Example.org', phone: '01234 567890' },
      }),
      sample({
        ref: '2026-another-event',
        title: 'Another event',
        when: at(21),
        organiser: { name: 'Joann Example', email: 'joann@example.org', phone: null },
      }),
    ]);
  });

  afterAll(async () => {
    await telling.stop();
    await system.stop();
    await identity.stop();
  });

  const api = async (ref: string, body: object, as: Parameters<TestIdentity['headers']>[0]) => {
    const headers = await identity.headers({ ...as, via: 'api' });
    const address = `/api/v1/events-calendar/events/${ref}/status`;
    const read = await get(address.replace('/status', ''), headers);
    return fetch(url() + address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'if-match': read.headers.get('etag') ?? '' },
      body: JSON.stringify(body),
    });
  };

  it('is gone from feeds, histories and contacts, which members is told in words', async () => {
    const told = person({ email: 'ann@example.org', affiliations: officerAt(randomUUID()), roles: [] });
    await telling.tell('members.person-changed.v1', 3, told);
    const asAnn = { id: told.id, name: 'Ann Example', roles: ['person', 'staff'] as const };
    const feed = await (await subscriber(url(), identity, asAnn)).makeFeed();
    const postponed = { status: 'postponed', reason: 'The hall is being repaired.' };
    expect((await api('2026-another-event', postponed, asAnn)).status).toBe(200);
    const forXiu = {
      id: randomUUID(),
      name: 'Xiu Example',
      roles: ['staff'] as const,
      actor: { id: told.id, name: 'Ann Example' },
    };
    expect((await api('2026-another-event', { status: 'published' }, forXiu)).status).toBe(200);
    expect(await historyOf('2026-another-event')).toEqual(
      expect.arrayContaining(['Ann Example', 'Ann Example, for Xiu Example']),
    );
    expect((await get(feed)).status).toBe(200);

    const delegateId = randomUUID();
    await telling.query(
      'INSERT INTO conference_delegates (delegate_id, conference_id, person_id, takes_part, version) VALUES ($1, $2, $3, true, 1)',
      [delegateId, randomUUID(), told.id],
    );

    await expect(heldOn(told.id)).resolves.toMatchObject({
      conferences: 1,
      rights: 1,
      organisations: 1,
      boards: 0,
      feeds: 1,
      changes: 2,
      imports: 0,
      contacts: 1,
    });

    const erasureId = randomUUID();
    await telling.tell('members.person-erased.v1', 4, { id: told.id, erasureId });

    expect((await get(feed)).status).toBe(404);
    expect(await historyOf('2026-another-event')).toEqual(
      expect.arrayContaining(['An erased person', 'An erased person, for Xiu Example']),
    );
    const page = await (await get('/calendar/events/2026-their-event')).text();
    expect(page).toContain('Their event');
    for (const theirs of ['Ann Example', 'Ann@Example.org', '01234']) expect(page).not.toContain(theirs);
    expect(await (await get('/calendar/events/2026-another-event')).text()).toContain('joann@example.org');
    expect(Object.values(await heldOn(told.id)).every((rows) => rows === 0)).toBe(true);
    await expect(tracesOf(told.id, 'Ann Example', 'ann@example.org')).resolves.toEqual([]);

    const [answer] = await telling.query<{ payload: object }>(
      `SELECT payload FROM outbox WHERE type = 'events-calendar.person-erasure-done.v1'`,
    );
    expect(answer?.payload).toEqual({
      erasureId,
      personId: told.id,
      did: '1 calendar feed ended, 1 conference no longer in their calendar, 2 names in events’ histories replaced, 1 event no longer names them as its contact, record of what they may see deleted',
    });
  });

  it('takes the conferences of a record along that is merged into another', async () => {
    const [loser, survivor, delegateId] = [person(), person({ email: null }), randomUUID()];
    await telling.tell('members.person-changed.v1', 1, loser);
    await telling.tell('members.person-changed.v1', 1, survivor);
    await telling.query(
      'INSERT INTO conference_delegates (delegate_id, conference_id, person_id, takes_part, version) VALUES ($1, $2, $3, true, 1)',
      [delegateId, randomUUID(), loser.id],
    );
    await telling.tell('members.person-changed.v1', 2, { ...loser, mergedInto: survivor.id });
    await expect(heldOn(survivor.id)).resolves.toMatchObject({ conferences: 1 });
  });

  it('does not come back with a message that was late', async () => {
    const told = person();
    await telling.tell('members.person-changed.v1', 1, told);
    await telling.tell('members.person-erased.v1', 3, { id: told.id, erasureId: randomUUID() });
    await telling.tell('members.person-changed.v1', 2, told);
    await expect(telling.query('SELECT FROM people WHERE id = $1', [told.id])).resolves.toEqual([]);
    // Nor by their session, for as long as it lasts.
    const browser = await subscriber(url(), identity, { id: told.id, roles: ['person'] });
    expect((await browser.send('/calendar/my-feed/make', { seen: 'none' })).status).toBe(403);
  });

  it('is nobody whom others may ask about', async () => {
    const path = `/internal/held-on/${randomUUID()}`;
    const asAdmin = await identity.headers({ id: 'sam', roles: ['admin'] });
    for (const headers of [{}, asAdmin, { authorization: 'Bearer wrong' }]) {
      expect((await get(path, headers)).status).toBe(403);
    }
  });

  /** How many rows of each kind the calendar says that it holds on a person. */
  async function heldOn(id: string): Promise<Record<string, number>> {
    const answer = await get(`/internal/held-on/${id}`, { authorization: `Bearer ${internalKey}` });
    const sections = heldSectionsSchema.parse(await answer.json());
    return Object.fromEntries(sections.map(({ key, rows }) => [key, rows.length]));
  }

  async function historyOf(ref: string): Promise<string[]> {
    const headers = await identity.headers({ id: 'sam', roles: ['staff'], via: 'api' });
    const answer = await get(`/api/v1/events-calendar/events/${ref}/revisions`, headers);
    const { items } = (await answer.json()) as { items: { personName: string }[] };
    return items.map(({ personName }) => personName);
  }

  /** Rows of the calendar in which the person's id, name or address still stands; what was sent and handled aside. */
  async function tracesOf(...traces: readonly string[]): Promise<string[]> {
    const tables = await telling.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'events_calendar' AND table_name NOT IN ('outbox', 'erased_people')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await telling.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const { row } of rows) {
        // Somebody else's address ends like theirs.
        const text = row.toLowerCase().replaceAll('joann', '');
        if (traces.some((trace) => text.includes(trace.toLowerCase()))) found.push(`${name}: ${row}`);
      }
    }
    return found;
  }
});
