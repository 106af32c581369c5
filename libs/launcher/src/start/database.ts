import { join } from 'node:path';
import { createHmac } from 'node:crypto';
import { apps } from '../apps.ts';
import { checkDatabase, ensureDatabase } from '../database/admin.ts';
import { migrateApp } from '../database/migrate.ts';
import { migrateQueues, queues } from '../database/queues.ts';
import { keepsData, loginOf, setUpRoles, urlFor } from '../database/roles.ts';
import { startPostgres, type PostgresServer } from '../postgres/server.ts';
import { rotate } from '../services/log-file.ts';
import { secretsOf } from '../services/secrets.ts';
import type { Settings } from '../settings.ts';
import { reasonOf, StartError } from '../start-error.ts';
import type { DataFolder } from './data-folder.ts';
import { say, step } from './progress.ts';
import type { Shutdown } from './shutdown.ts';

/** The database in the embedded server. */
const databaseName = 'network_events';

const superuserPassword = (secret: string): string =>
  createHmac('sha256', secret).update('postgres').digest('base64url');

/** The embedded database of a start that is running, for an administrator. */
export function embeddedUrl(secret: string, port: number): string {
  const url = new URL(`postgresql://postgres@127.0.0.1:${port}/${databaseName}`);
  url.password = superuserPassword(secret);
  return url.href;
}

/**
 * Opens the database of `DATABASE_URL`, or else starts the embedded one and keeps it running.
 *
 * @returns its address for an administrator
 * @throws StartError naming DATABASE_URL or DATA_DIR
 */
export async function openDatabase(
  { databaseUrl }: Settings,
  folder: DataFolder,
  shutdown: Shutdown,
): Promise<string> {
  if (databaseUrl !== null) {
    await checkDatabase(databaseUrl);
    return databaseUrl;
  }
  const log = join(folder.logs, 'postgres.log');
  rotate(log);
  const starting = startPostgres({
    directory: folder.postgres,
    password: superuserPassword(folder.secret),
    log,
    durable: true,
    say,
  });
  let server: PostgresServer | undefined;
  shutdown.add({
    stop: async () => {
      await starting.then(
        (started) => started.stop(),
        () => {},
      );
    },
    kill: () => server?.kill(),
  });
  server = await starting;
  void server.lost.then(async () => {
    process.stderr.write(`The database stopped by itself; what it said last is in ${log}.\n`);
    await shutdown.stop();
    process.exit(1);
  });
  await ensureDatabase(server.url('postgres'), databaseName);
  return server.url(databaseName);
}

/**
 * Brings roles, schemas and tables up to date, and loads demonstration data where there is no data yet.
 *
 * @param demo whether demonstration data is wanted
 * @returns a sentence for each thing that was done
 */
export async function prepareData(
  adminUrl: string,
  secret: string,
  demo: boolean,
  env: NodeJS.ProcessEnv,
): Promise<string[]> {
  const withData = apps.filter(keepsData);
  try {
    await setUpRoles(adminUrl, [...withData, queues], (owner) => loginOf(owner, secret, env));
  } catch (error) {
    throw new StartError(`DATABASE_URL: roles and schemas cannot be made: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
  const done: string[] = [];
  const secrets = demo ? secretsOf(secret, env) : null;
  const queueMigrations = await step('Preparing the queues', () =>
    migrateQueues(urlFor(adminUrl, loginOf(queues, secret, env))),
  );
  if (queueMigrations > 0) done.push(`queues: ${queueMigrations} migrations run.`);
  // Side by side, as most of the time goes into starting a process for each. All come to an end before one's failure ends us.
  const results = await step('Preparing the data', () =>
    Promise.allSettled(
      withData.map(async (app) => ({
        app,
        ...(await migrateApp(app, urlFor(adminUrl, loginOf(app, secret, env)), secrets)),
      })),
    ),
  );
  for (const result of results) {
    if (result.status === 'rejected') throw result.reason;
    const { app, migrations, demo: loaded } = result.value;
    if (migrations.length > 0) done.push(`${app.name}: ${migrations.length} migrations run.`);
    if (loaded) done.push(loaded);
  }
  return done;
}
