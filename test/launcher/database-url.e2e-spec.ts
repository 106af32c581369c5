import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { apps } from '#launcher';
import { commandsMentioning, endAll, freePort, npmStart } from './npm-start.js';

const name = `own_${process.pid}`;
const role = `calendar_${process.pid}`;
// Roles belong to the whole server, which other tests use at the same time: none of theirs may be taken, or have its password
// changed, which would shut them out.
const otherRoles = new Map(
  [...apps.flatMap(({ schema }) => schema ?? []), 'queues']
    .filter((schema) => schema !== 'events_calendar')
    .map((schema) => [`${schema.toUpperCase()}_DATABASE_URL`, `${schema}_${process.pid}`]),
);
let folder: string;

async function onServer(...queries: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  for (const query of queries) await client.query(query);
  await client.end();
}

function address(user?: string, password?: string): string {
  const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  url.pathname = `/${name}`;
  if (user) url.username = user;
  if (password) url.password = password;
  return url.href;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'database-url-'));
  await onServer(`CREATE DATABASE ${name}`);
});
afterAll(async () => {
  endAll();
  await onServer(
    `DROP DATABASE ${name} WITH (FORCE)`,
    ...[role, ...otherRoles.values()].map((each) => `DROP ROLE IF EXISTS ${each}`),
  );
  rmSync(folder, { recursive: true, force: true });
});

test('npm start uses the database of DATABASE_URL and each service’s own login, and starts none', async () => {
  const port = await freePort();
  const start = npmStart({
    PORT: String(port),
    DATA_DIR: folder,
    DEMO: '0',
    DATABASE_URL: address(),
    EVENTS_CALENDAR_DATABASE_URL: address(role, 'its-own'),
    ...Object.fromEntries(
      [...otherRoles].map(([variable, other]) => [variable, address(other, 'its-own-too')]),
    ),
  });
  await start.says('Ready in');
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  expect(existsSync(join(folder, 'postgres'))).toBe(false);
  const client = new pg.Client({ connectionString: address(role, 'its-own') });
  await client.connect();
  const { rows } = await client.query(
    `SELECT tableowner AS owner FROM pg_tables WHERE schemaname = 'events_calendar' GROUP BY 1`,
  );
  await client.end();
  expect(rows).toEqual([{ owner: role }]);
  start.interrupt();
  await start.ended;
  expect(commandsMentioning(folder)).toEqual([]);
});
