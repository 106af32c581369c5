import { join } from 'node:path';
import pg from 'pg';
import { checkDatabase } from '../database/admin.ts';
import { lockHolder } from '../lock.ts';
import { readPidFile } from '../postgres/orphan.ts';
import type { Settings } from '../settings.ts';
import { reasonOf, StartError } from '../start-error.ts';
import { dataLock, openDataFolder, readSecret } from './data-folder.ts';
import { embeddedUrl, openDatabase, prepareData } from './database.ts';
import type { Shutdown } from './shutdown.ts';

/** The database as a command finds it. */
export interface ReachedDatabase {
  /** Its address, for an administrator. */
  readonly adminUrl: string;
  /** Whether a start on this machine has the data folder. */
  readonly isRunning: boolean;
}

/**
 * Reaches the database for a command that does one thing: that of `DATABASE_URL`; or the embedded one, whose running start
 * has it; or else the embedded one, started for the moment and brought up to date.
 *
 * @throws StartError in one line
 */
export async function reachDatabase(settings: Settings, shutdown: Shutdown): Promise<ReachedDatabase> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl !== null) {
    await checkDatabase(databaseUrl);
    return { adminUrl: databaseUrl, isRunning: lockHolder(dataLock(dataDir)) !== null };
  }
  if (lockHolder(dataLock(dataDir)) !== null) return { adminUrl: await ofRunning(dataDir), isRunning: true };
  const folder = openDataFolder(dataDir);
  shutdown.add({ stop: folder.release });
  const adminUrl = await openDatabase(settings, folder, shutdown);
  await prepareData(adminUrl, folder.secret, settings.demo, process.env);
  return { adminUrl, isRunning: false };
}

/** The embedded database of a start that holds the data folder. */
async function ofRunning(dataDir: string): Promise<string> {
  const found = readPidFile(join(dataDir, 'postgres'));
  const url = found && embeddedUrl(readSecret(dataDir), found.port);
  const isThere = url !== null && found?.state === 'ready' && (await answers(url));
  if (!isThere) {
    throw new StartError(
      `DATA_DIR ${dataDir} is in use by a start whose database does not answer: try again when the site is ready.`,
    );
  }
  return url;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes sure that an app's tables are there.
 *
 * @throws StartError saying how to make them
 */
export async function checkTables(adminUrl: string, schema: string, table: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
    const { rows } = await client.query<{ known: boolean }>('SELECT to_regclass($1) IS NOT NULL AS known', [
      `${schema}.${table}`,
    ]);
    if (rows[0]?.known) return;
  } catch (error) {
    throw new StartError(`DATABASE_URL: the database cannot be read: ${reasonOf(error)}.`, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
  throw new StartError(
    'DATABASE_URL: the site’s tables are not there yet: run npm start, or npm run migrate, first.',
  );
}
