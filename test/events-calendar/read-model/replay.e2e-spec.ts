import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { startIdentity, staffPerson, type TestIdentity } from '../signed-in.js';
import { subscriber } from '../personal/subscriber.js';
import { startTelling, type Telling } from './telling.js';
import { emptying } from '../../emptying.js';

describe('a calendar that knows nothing of people and organisations', () => {
  let identity: TestIdentity;
  let system: System;
  let telling: Telling;
  let members: pg.Client;

  beforeAll(async () => {
    identity = await startIdentity();
    system = await startSystem({ apps: ['events-calendar', 'members'], demo: true, env: identity.env });
    telling = await startTelling(system);
    members = new pg.Client({ connectionString: system.databaseUrl('members') });
    await members.connect();
    for (const { id, name, seat } of everybody) {
      await members.query(
        `INSERT INTO people (id, name, version, created_at, changed_at) VALUES ($1, $2, 4, now(), now())`,
        [id, name],
      );
      if (!seat) continue;
      await members.query(
        `INSERT INTO boards (slug, name) VALUES ('test-board', 'Test Board') ON CONFLICT DO NOTHING`,
      );
      await members.query(
        `INSERT INTO seats (id, person_id, board, starts_on) VALUES ($1, $1, 'test-board', '2026-01-01')`,
        [id],
      );
    }
  });

  afterAll(async () => {
    await members.end();
    await telling.stop();
    await system.stop();
    await identity.stop();
  });

  const organisations =
    'SELECT id::text, name, category, status, version FROM organisations ORDER BY id::text';
  const people = 'SELECT id::text, version FROM people ORDER BY id::text';

  /** Whether the calendar knows what members has. */
  const knowsAll = async () => {
    for (const sql of [organisations, people]) {
      const [here, there] = [await telling.query(sql), (await members.query(sql)).rows];
      if (there.length === 0 || JSON.stringify(here) !== JSON.stringify(there)) return false;
    }
    return true;
  };
  const forget = () => telling.query(emptying('organisations, people CASCADE'));

  it('asks for all of them when it starts, and has them', async () => {
    await system.kill('events-calendar', 'SIGTERM');
    await forget();
    await expect(knowsAll()).resolves.toBe(false);
    await system.restart('events-calendar');
    await telling.until('the read model to be filled', knowsAll);
    await expect(telling.query(`SELECT board_name FROM seats WHERE board = 'test-board'`)).resolves.toEqual([
      { board_name: 'Test Board' },
    ]);
  });

  it('does not ask when it starts and knows something', async () => {
    const asked = () =>
      telling.query(`SELECT id FROM outbox WHERE type = 'events-calendar.replay-requested.v1' ORDER BY id`);
    const before = await asked();
    await system.restart('events-calendar');
    await expect(asked()).resolves.toEqual(before);
  });

  it('is told by nobody else’s asking, and tells nobody else', async () => {
    const { rows } = await members.query<{ consumers: string[] }>(
      `SELECT DISTINCT consumers FROM outbox WHERE correlation_id = (
         SELECT correlation_id FROM inbox WHERE type = 'events-calendar.replay-requested.v1'
         ORDER BY handled_at DESC LIMIT 1)`,
    );
    expect(rows).toEqual([{ consumers: ['events-calendar'] }]);
  });

  it('has them again when staff ask, and only when staff do', async () => {
    await forget();
    const url = system.urls['events-calendar'] ?? '';
    const ann = await subscriber(url, identity, { id: 'ann', roles: ['person', 'board'] });
    expect((await ann.send('/calendar/manage/members', {})).status).toBe(403);
    const sam = await subscriber(url, identity, staffPerson);
    const asked = await sam.send('/calendar/manage/members', {});
    expect([asked.status, asked.location]).toEqual([303, '/calendar/manage/members']);
    await telling.until('the read model to be filled', knowsAll);
    const { html } = await sam.open('/calendar/manage/members');
    const { rows } = await members.query<{ count: string }>('SELECT count(*) FROM organisations');
    expect(html).toMatch(new RegExp(`Organisations\\s*</dt>\\s*<dd[^>]*>\\s*${rows[0]?.count}\\s*<`));
  });
});

const everybody = [
  { id: '01970000-0000-7000-8000-00000000a001', name: 'Ann Example', seat: true },
  { id: '01970000-0000-7000-8000-00000000a002', name: 'Ben Example', seat: false },
];
