import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileCache, dist } from '../paths.ts';
import { StartError } from '../start-error.ts';
import type { Secrets } from '../services/secrets.ts';
import type { AppWithData } from './roles.ts';

const run = promisify(execFile);

/** What {@link migrateApp} has done. */
export interface Migrated {
  /** The names of the migrations that were new. */
  readonly migrations: readonly string[];
  /** What demonstration data was loaded, in a sentence; `null`: none. */
  readonly demo: string | null;
}

/**
 * Brings an app's schema up to date and, if asked, loads demonstration data where there is none. It runs in a process
 * of its own, as the app's compiled code must not be kept by a launcher that outlives it.
 *
 * @param databaseUrl the database, for the app's own role
 * @param secrets of the services that will run on it: links in the demonstration are made with theirs; `null`: none is loaded
 * @throws StartError with the database's own words
 */
export async function migrateApp(
  app: AppWithData,
  databaseUrl: string,
  secrets: Secrets | null,
): Promise<Migrated> {
  const source = join(dist, 'apps', app.name, 'src');
  if (!existsSync(join(source, 'data-source.js'))) return { migrations: [], demo: null };
  try {
    const { stdout } = await run(
      process.execPath,
      ['--enable-source-maps', join(import.meta.dirname, 'migrate-app.ts'), source],
      {
        env: {
          NODE_COMPILE_CACHE: compileCache,
          ...process.env,
          DATABASE_URL: databaseUrl,
          DEMO: secrets === null ? '0' : '1',
          ...(secrets !== null && { LINK_SECRET: secrets.links, SENSITIVE_KEYS: secrets.sensitive }),
        },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Migrated;
  } catch (error) {
    const { stderr = '', stdout = '' } = error as { readonly stderr?: string; readonly stdout?: string };
    const said = `${stderr}\n${stdout}`.trim() || String(error);
    throw new StartError(`The data of ${app.name} could not be brought up to date: ${said}`, {
      cause: error,
    });
  }
}
