import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { apps } from '../apps.ts';
import { migrateApp } from '../database/migrate.ts';
import { migrateQueues, queues } from '../database/queues.ts';
import { keepsData, loginOf, setUpRoles, urlFor, type SchemaOwner } from '../database/roles.ts';
import { dist } from '../paths.ts';
import { testSecrets } from './secrets.ts';

/** A database of a test's own. */
export interface TestDatabase {
  /** For the superuser. */
  readonly adminUrl: string;
  /** For the app's own role. */
  url(this: void, app: string): string;
  /** For the role that owns the queues. */
  readonly queueUrl: string;
  drop(this: void): Promise<void>;
}

/** Held while roles and templates are made, as test files run side by side. */
const templateLock = 5_741_103;

/** @throws Error when tests run without the server that `npm test` brings up */
function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run this with `npm test -- <path>`');
  return url;
}

function onDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

const withData = apps.filter(keepsData);

const owners: readonly SchemaOwner[] = [...withData, queues];

function loginOn(server: string) {
  return (owner: SchemaOwner) => loginOf(owner, new URL(server).password, {});
}

async function onServer<Result>(
  server: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A template is good for one build and, as demonstration data is dated relative to today, for one day. */
function templateName(demo: boolean): string {
  const state = readFileSync(join(dist, '.build-state.json'));
  const day = new Date().toISOString().slice(0, 10);
  const key = createHash('sha256').update(state).update(day).digest('hex').slice(0, 12);
  return `template_${demo ? 'demo' : 'empty'}_${key}`;
}

async function ensureTemplate(server: string, client: pg.Client, demo: boolean): Promise<string> {
  const login = loginOn(server);
  const name = templateName(demo);
  const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (known.rowCount) return name;
  const making = `making_${randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${making}`);
  await setUpRoles(onDatabase(server, making), owners, login);
  await migrateQueues(urlFor(onDatabase(server, making), login(queues)));
  for (const app of withData) {
    await migrateApp(app, urlFor(onDatabase(server, making), login(app)), demo ? testSecrets : null);
  }
  await client.query(`ALTER DATABASE ${making} RENAME TO ${name}`);
  return name;
}

/**
 * Makes a database of its own on the test server: every app's role, schema and tables, and demonstration data if asked.
 *
 * @param demo whether to load the demonstration data
 * @param server the address of another server, for its superuser
 */
export async function createTestDatabase(demo = false, server = serverUrl()): Promise<TestDatabase> {
  const login = loginOn(server);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    // Roles belong to the whole server, so no two databases may set them up at once; the lock ends with the connection.
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const template = await ensureTemplate(server, client, demo);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
    // A copy keeps neither the rights on the database nor the roles' settings in it.
    await setUpRoles(onDatabase(server, name), owners, login);
  });
  return {
    adminUrl: onDatabase(server, name),
    queueUrl: urlFor(onDatabase(server, name), login(queues)),
    url: (appName) => {
      const app = withData.find((candidate) => candidate.name === appName);
      if (!app) throw new Error(`${appName} keeps no data`);
      return urlFor(onDatabase(server, name), login(app));
    },
    drop: () =>
      onServer(
        server,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
      ),
  };
}
