import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { ChangeNotices, createLog } from '#platform';
import { createTestDatabase, type TestDatabase } from '#launcher';

const channel = 'tests_changed';
const quiet = createLog('tests', 'silent');

/** Waits until it is so; notices take a moment to arrive. */
async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 3000; waited += 1) {
    if (isSo()) return;
    await setTimeout(20);
  }
  throw new Error('it did not become so within a minute');
}

describe('ChangeNotices', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let notices: ChangeNotices;

  beforeAll(async () => {
    database = await createTestDatabase();
    admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });
  beforeEach(async () => {
    notices = new ChangeNotices(database.url('events-calendar'), channel, quiet);
    notices.start();
    await until(() => notices.version() !== null);
  });
  afterEach(() => notices.stop());

  const announce = () => admin.query(`NOTIFY ${channel}`);
  const connections = async () => {
    const found = await admin.query(
      'SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
      [`${channel} notices`],
    );
    return found.rowCount ?? 0;
  };
  const disconnect = () =>
    admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = $1 AND datname = current_database()`,
      [`${channel} notices`],
    );

  it('knows nothing before it listens', () => {
    const idle = new ChangeNotices(database.url('events-calendar'), channel, quiet);
    expect(idle.version()).toBeNull();
  });

  it('counts each notice, and none of another channel', async () => {
    const before = notices.version() ?? 0;
    await admin.query('NOTIFY another_channel');
    await announce();
    await until(() => notices.version() === before + 1);
    await announce();
    await until(() => notices.version() === before + 2);
  });

  it('counts a change of this process at once', () => {
    const before = notices.version() ?? 0;
    notices.changedHere();
    expect(notices.version()).toBe(before + 1);
  });

  it('counts what a transaction announces only when it is committed', async () => {
    const before = notices.version() ?? 0;
    await admin.query('BEGIN');
    await announce();
    await admin.query('ROLLBACK');
    await announce();
    await until(() => notices.version() === before + 1);
  });

  it('knows nothing while it is cut off, and counts what it may have missed as one change', async () => {
    const before = notices.version() ?? 0;
    await disconnect();
    await until(() => notices.version() === null);
    await announce();
    await announce();
    await until(() => notices.version() !== null);
    expect(notices.version()).toBe(before + 1);
    await announce();
    await until(() => notices.version() === before + 2);
  });

  it('goes on trying while there is no server', async () => {
    const unreachable = new ChangeNotices('postgres://nobody@127.0.0.1:9/none', channel, quiet);
    unreachable.start();
    await setTimeout(1200);
    expect(unreachable.version()).toBeNull();
    await unreachable.stop();
  });

  it('ends when it is told to, and does not come back', async () => {
    await notices.stop();
    expect(notices.version()).toBeNull();
    await setTimeout(1000);
    expect(notices.version()).toBeNull();
    await expect(connections()).resolves.toBe(0);
  });

  it('ends while it is cut off, too', async () => {
    await disconnect();
    await until(() => notices.version() === null);
    await notices.stop();
    await setTimeout(1000);
    await expect(connections()).resolves.toBe(0);
  });

  it('ends when it is told to while it is still connecting', async () => {
    await notices.stop();
    const hurried = new ChangeNotices(database.url('events-calendar'), channel, quiet);
    hurried.start();
    await hurried.stop();
    await setTimeout(300);
    expect(hurried.version()).toBeNull();
    await expect(connections()).resolves.toBe(0);
  });
});
