import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '#launcher';
import pg from 'pg';

describe('the data of each service', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function ask(url: string, query: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(query)).rows;
    } finally {
      await client.end();
    }
  }

  test('a service works in its own schema without naming it', async () => {
    const url = database.url('events-calendar');
    expect(await ask(url, 'SELECT current_schema() AS schema, current_user AS role')).toEqual([
      { schema: 'events_calendar', role: 'events_calendar' },
    ]);
    await ask(url, 'CREATE TABLE kept (id int)');
    expect(await ask(database.adminUrl, 'SELECT * FROM events_calendar.kept')).toEqual([]);
  });

  test('a service sees neither what others keep nor a common place', async () => {
    await ask(database.adminUrl, 'CREATE SCHEMA other');
    await ask(database.adminUrl, 'CREATE TABLE other.secrets (id int)');
    const url = database.url('events-calendar');
    await expect(ask(url, 'SELECT * FROM other.secrets')).rejects.toThrow(
      'permission denied for schema other',
    );
    await expect(ask(url, 'CREATE TABLE public.common (id int)')).rejects.toThrow(
      'permission denied for schema public',
    );
  });

  test('the queues have a role of their own, which sees into no service', async () => {
    expect(
      await ask(database.queueUrl, 'SELECT current_user AS role, count(*)::int AS jobs FROM job'),
    ).toEqual([{ role: 'queues', jobs: 0 }]);
    await expect(ask(database.queueUrl, 'SELECT * FROM members.organisations')).rejects.toThrow(
      'permission denied for schema members',
    );
    await expect(ask(database.queueUrl, 'CREATE SCHEMA more')).rejects.toThrow(
      'permission denied for database',
    );
    await expect(ask(database.url('members'), 'SELECT * FROM queues.job')).rejects.toThrow(
      'permission denied for schema queues',
    );
  });

  test('another role may not even connect', async () => {
    await ask(database.adminUrl, `DROP ROLE IF EXISTS stranger`);
    await ask(database.adminUrl, `CREATE ROLE stranger LOGIN PASSWORD 'stranger'`);
    const url = new URL(database.adminUrl);
    url.username = 'stranger';
    url.password = 'stranger';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow('permission denied for database');
    await ask(database.adminUrl, `DROP ROLE stranger`);
  });

  test('two databases of one template share nothing', async () => {
    const other = await createTestDatabase();
    try {
      await ask(database.url('events-calendar'), 'CREATE TABLE mine (id int)');
      await expect(ask(other.url('events-calendar'), 'SELECT * FROM mine')).rejects.toThrow('does not exist');
    } finally {
      await other.drop();
    }
  });
});
