import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startImporting, textOf, type Importing } from './importing.js';

let calendar: Importing;
let other: pg.Client;
beforeAll(async () => {
  calendar = await startImporting();
  other = new pg.Client({ connectionString: calendar.system.databaseUrl('events-calendar') });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await calendar.stop();
});

const csv = (...rows: readonly string[]) => ['ref,title,start,status,description', ...rows].join('\r\n');

async function importAll(file: string): Promise<string> {
  const path = await calendar.preview(file);
  await calendar.confirm(path);
  return (await calendar.outcome(path)).html;
}

/** Waits for something that happens in another process. */
async function until(happens: () => Promise<boolean>): Promise<void> {
  while (!(await happens())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const stateOf = async (path: string) => {
  const [row] = await calendar.query<{ state: string; progress: number }>(
    'SELECT state, progress FROM imports WHERE id = $1',
    [path.split('/').at(-1)],
  );
  return row;
};

/** Keeps an event from being changed while `work` goes on, as a transaction of somebody else's does. */
async function whileLocked(ref: string, work: () => Promise<void>): Promise<void> {
  await other.query('BEGIN');
  await other.query('SELECT 1 FROM events WHERE ref = $1 FOR UPDATE', [ref]);
  try {
    await work();
  } finally {
    await other.query('ROLLBACK');
  }
}

describe('an import that is under way', () => {
  const many = (name: string) =>
    csv(
      ...Array.from({ length: 400 }, (_, index) => `2099-${name}-${index},New ${index},2099-03-01,draft,`),
      '2099-in-the-way,In the way,2099-03-02,draft,changed',
    );

  beforeAll(async () => {
    await importAll(csv('2099-in-the-way,In the way,2099-03-01,draft,'));
  });

  test('shows how far it is, and reloads itself where there are no scripts', async () => {
    const path = await calendar.preview(many('shown'));
    await whileLocked('2099-in-the-way', async () => {
      expect((await calendar.confirm(path)).status).toBe(303);
      const { html } = await calendar.get(path);
      expect(textOf(html)).toContain('0 of 401 rows');
      expect(html).toContain('<noscript><meta http-equiv="refresh"');
      expect(html).toMatch(/<progress[^>]* max="401"/);
      const progress = await calendar.get(`${path}/progress`);
      expect(JSON.parse(progress.html)).toEqual({
        isRunning: true,
        done: 0,
        total: 401,
        values: { done: '0' },
        said: '0 of 401 rows',
      });
      expect(textOf((await calendar.get('/calendar/manage/import')).html)).toContain('Running');
    });
    expect(textOf((await calendar.outcome(path)).html)).toContain('400 events added and 1 event changed.');
  });

  test('whose process is killed leaves nothing half written, and can be tried again', async () => {
    const before = await calendar.countEvents();
    // It has written its first events when it has to wait for the table of their dates.
    const path = await calendar.preview(many('killed').replace('03-02', '03-03'));
    await other.query('BEGIN');
    await other.query('LOCK TABLE occurrences IN SHARE MODE');
    await calendar.confirm(path);
    await until(async () => (await stateOf(path))?.state === 'running');
    await calendar.system.kill('events-calendar', 'SIGKILL');
    await other.query('ROLLBACK');
    await calendar.system.restart('events-calendar');
    expect(await calendar.countEvents()).toBe(before);
    const stopped = await calendar.get(path);
    expect(textOf(stopped.html)).toContain('The import was interrupted');
    expect(stopped.html).toContain('Try again');
    expect((await calendar.confirm(path, true)).status).toBe(303);
    expect(textOf((await calendar.outcome(path)).html)).toContain('400 events added and 1 event changed.');
    expect(await calendar.countEvents()).toBe(before + 400);
  });

  test('killed between its pieces has written no piece', async () => {
    const before = await calendar.countEvents();
    const rows = Array.from({ length: 3000 }, (_, index) => `,Piece ${index},2099-04-01,draft,`);
    const path = await calendar.preview(csv(...rows));
    // It comes as far as the last name, which somebody else is about to take.
    await other.query('BEGIN');
    await other.query(`INSERT INTO events SELECT (jsonb_populate_record(e, jsonb_build_object(
      'id', gen_random_uuid(), 'ref', '2099-piece-2999', 'uid', 'piece'))).* FROM events e LIMIT 1`);
    await calendar.confirm(path);
    await until(async () => ((await stateOf(path))?.progress ?? 0) >= 200);
    await calendar.system.kill('events-calendar', 'SIGKILL');
    await other.query('ROLLBACK');
    await calendar.system.restart('events-calendar');
    expect((await stateOf(path))?.state).toBe('running');
    expect(await calendar.countEvents()).toBe(before);
    expect(textOf((await calendar.get(path)).html)).toContain('The import was interrupted');
  });

  test('is through before a service that is told to stop stops', async () => {
    const before = await calendar.countEvents();
    const rows = Array.from({ length: 500 }, (_, index) => `,Drained ${index},2099-05-01,draft,`);
    const path = await calendar.preview(csv(...rows));
    await calendar.confirm(path);
    await calendar.system.kill('events-calendar', 'SIGTERM');
    expect(await stateOf(path)).toEqual({ state: 'done', progress: 500 });
    expect(await calendar.countEvents()).toBe(before + 500);
    await calendar.system.restart('events-calendar');
  });

  test('tries again when somebody takes a new event’s name at the same moment', async () => {
    const path = await calendar.preview(csv(',Taken,2099-07-01,draft,'));
    await other.query('BEGIN');
    await other.query(`INSERT INTO events SELECT (jsonb_populate_record(e, jsonb_build_object(
      'id', gen_random_uuid(), 'ref', '2099-taken', 'uid', 'taken'))).* FROM events e LIMIT 1`);
    await calendar.confirm(path);
    await until(async () => {
      const waiting = await calendar.query(
        `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE datname = current_database() AND NOT granted AND locktype = 'transactionid'`,
      );
      return waiting.length > 0;
    });
    await other.query('COMMIT');
    expect(textOf((await calendar.outcome(path)).html)).toContain('1 event added.');
    expect(await calendar.query(`SELECT 1 FROM events WHERE ref = '2099-taken-2'`)).toHaveLength(1);
  });

  test('that fails says so, has written nothing, and can be tried again', async () => {
    const before = await calendar.countEvents();
    const path = await calendar.preview(csv(',Fails,2099-06-01,draft,'));
    await calendar.query(
      `ALTER TABLE event_revisions ADD CONSTRAINT no_more CHECK (action <> 'imported') NOT VALID`,
    );
    await calendar.confirm(path);
    const failed = await calendar.outcome(path);
    expect(textOf(failed.html)).toContain('The import did not succeed');
    expect(await calendar.countEvents()).toBe(before);
    await calendar.query('ALTER TABLE event_revisions DROP CONSTRAINT no_more');
    await calendar.confirm(path, true);
    expect(textOf((await calendar.outcome(path)).html)).toContain('1 event added.');
  });
});
