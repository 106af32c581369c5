import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  everythingPath,
  importAll,
  startImporting,
  textOf,
  uploadPath,
  type Importing,
} from './importing.js';

let members: Importing;
let other: pg.Client;
beforeAll(async () => {
  members = await startImporting();
  other = new pg.Client({ connectionString: members.system.databaseUrl('members') });
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await members.stop();
});

const letters = (number: number) =>
  Array.from(String(number).padStart(4, '0'), (digit) => 'bcdfghklmp'[Number(digit)]?.repeat(2)).join('a');

const csv = (...rows: readonly string[]) => ['name,category,kind,notes', ...rows].join('\r\n');
const many = (name: string, count: number) =>
  csv(...Array.from({ length: count }, (_, index) => `${name} ${letters(index)},full,council,`));

/** Waits for something that happens in another process. */
async function until(happens: () => Promise<boolean>): Promise<void> {
  while (!(await happens())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const stateOf = async (path: string) => {
  const [row] = await members.query<{ state: string; progress: number }>(
    'SELECT state, progress FROM imports WHERE id = $1',
    [path.split('/').at(-1)],
  );
  return row;
};

/** Keeps a table from being written while `work` goes on, as a transaction of somebody else's does. */
async function whileLocked(table: string, work: () => Promise<void>): Promise<void> {
  await other.query('BEGIN');
  await other.query(`LOCK TABLE ${table} IN SHARE MODE`);
  try {
    await work();
  } finally {
    await other.query('ROLLBACK');
  }
}

/** That what stands in the tables belongs together: nobody twice, each with its history and told of once. */
async function expectConsistent(count: number): Promise<void> {
  const [counts] = await members.query(
    `SELECT count(*)::int AS organisations, count(DISTINCT name_key)::int AS names,
       (SELECT count(*)::int FROM organisation_revisions) AS revisions,
       (SELECT count(*)::int FROM membership_changes) AS changes,
       (SELECT count(*)::int FROM outbox WHERE type = 'members.organisation-changed.v1') AS told
     FROM organisations`,
  );
  expect(counts).toEqual({
    organisations: count,
    names: count,
    revisions: count,
    changes: count,
    told: count,
  });
}

describe('a confirmation', () => {
  test('pressed twice, and by several at once, writes once', async () => {
    const path = await members.preview(many('Pressed', 300));
    const answers = await Promise.all([1, 2, 3, 4].map(() => members.confirm(path)));
    expect(answers.map(({ status, location }) => [status, location])).toEqual(answers.map(() => [303, path]));
    await members.outcome(path);
    await members.confirm(path);
    await members.outcome(path);
    await expectConsistent(300);
  });

  test('of two files with the same new organisations adds them once', async () => {
    const file = many('Both', 300);
    const [first, second] = await Promise.all([
      members.preview(file),
      members.preview(file.replaceAll('Both', 'BOTH')),
    ]);
    await Promise.all([members.confirm(first), members.confirm(second)]);
    const pages = await Promise.all([first, second].map((path) => members.outcome(path)));
    const words = pages.map(({ html }) => textOf(html));
    expect(words.filter((text) => text.includes('300 organisations added'))).toHaveLength(1);
    expect(words.filter((text) => text.includes('300 organisations left as before'))).toHaveLength(1);
    await expectConsistent(600);
  });
});

describe('an import that is under way', () => {
  test('shows how far it is, and reloads itself where there are no scripts', async () => {
    const path = await members.preview(many('Shown', 400));
    await whileLocked('membership_changes', async () => {
      expect((await members.confirm(path)).status).toBe(303);
      const { html } = await members.get(path);
      expect(textOf(html)).toContain('of 400 rows');
      expect(html).toContain('<noscript><meta http-equiv="refresh"');
      expect(html).toMatch(/<progress[^>]* max="400"/);
      expect(JSON.parse((await members.get(`${path}/progress`)).html)).toMatchObject({
        isRunning: true,
        total: 400,
      });
      expect(textOf((await members.get(uploadPath)).html)).toContain('Running');
    });
    expect(textOf((await members.outcome(path)).html)).toContain('400 organisations added.');
    await expectConsistent(1000);
  });

  test('whose process is killed leaves nothing half written, and can be tried again', async () => {
    const path = await members.preview(many('Killed', 600));
    // It has written its first organisations when it has to wait for the table of their changes.
    await whileLocked('membership_changes', async () => {
      await members.confirm(path);
      await until(async () => (await stateOf(path))?.state === 'running');
      await members.system.kill('members', 'SIGKILL');
    });
    await members.system.restart('members');
    await expectConsistent(1000);
    const stopped = await members.get(path);
    expect(textOf(stopped.html)).toContain('The import was interrupted');
    expect((await members.confirm(path, true)).status).toBe(303);
    expect(textOf((await members.outcome(path)).html)).toContain('600 organisations added.');
    await expectConsistent(1600);
  });

  test('tries again when somebody takes a new organisation’s name at the same moment', async () => {
    const path = await members.preview(csv('Taken Trust,affiliate,charity,from the file'));
    await other.query('BEGIN');
    await other.query(`INSERT INTO organisations SELECT (jsonb_populate_record(o, jsonb_build_object(
      'id', gen_random_uuid(), 'name', 'TAKEN TRUST', 'name_key', 'takentrust'))).* FROM organisations o LIMIT 1`);
    await members.confirm(path);
    await until(async () => {
      const waiting = await members.query(
        `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE datname = current_database() AND NOT granted AND locktype = 'transactionid'`,
      );
      return waiting.length > 0;
    });
    await other.query('COMMIT');
    expect(textOf((await members.outcome(path)).html)).toContain('1 organisation not touched');
    expect(await members.query(`SELECT name FROM organisations WHERE name_key = 'takentrust'`)).toEqual([
      { name: 'TAKEN TRUST' },
    ]);
  });

  test('that fails says so, has written nothing, and can be tried again', async () => {
    const before = await members.count();
    const path = await members.preview(csv('Fails Trust,affiliate,charity,'));
    await members.query(
      `ALTER TABLE organisation_revisions ADD CONSTRAINT no_more CHECK (action <> 'imported') NOT VALID`,
    );
    await members.confirm(path);
    expect(textOf((await members.outcome(path)).html)).toContain('The import did not succeed');
    expect(await members.count()).toBe(before);
    await members.query('ALTER TABLE organisation_revisions DROP CONSTRAINT no_more');
    await members.confirm(path, true);
    expect(textOf((await members.outcome(path)).html)).toContain('1 organisation added.');
  });

  test('is through before a service that is told to stop stops', async () => {
    const path = await members.preview(many('Drained', 300));
    await members.confirm(path);
    await members.system.kill('members', 'SIGTERM');
    expect(await stateOf(path)).toEqual({ state: 'done', progress: 300 });
    await members.system.restart('members');
  });
});

test('an import reads again what an export wrote', async () => {
  const { html } = await members.get(everythingPath);
  expect(textOf(await importAll(members, html))).toContain('Nothing had to be changed');
});
