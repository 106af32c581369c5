import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { takeLock } from '../lock.ts';
import { reasonOf, StartError } from '../start-error.ts';

/** The folder of `DATA_DIR`, held by this process alone. */
export interface DataFolder {
  readonly path: string;
  /** Where the embedded database keeps its files. */
  readonly postgres: string;
  readonly logs: string;
  /** What the database's passwords are made from; made once, kept where only its owner can read it. */
  readonly secret: string;
  /** Lets another start have the folder. */
  release(this: void): void;
}

/** The file that says which process has the folder. */
export const dataLock = (path: string): string => join(path, 'lock');

/** The file in which a start leaves the address of the site, for commands that print links. */
const siteAddress = (path: string): string => join(path, 'address');

/** Leaves word of where people find the site. */
export function writeSiteAddress(path: string, publicUrl: string): void {
  writeFileSync(siteAddress(path), `${publicUrl}\n`);
}

/** Where people found the site at its last start; `null` when it was never started. */
export function readSiteAddress(path: string): string | null {
  const file = siteAddress(path);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/**
 * Makes the data folder where there is none and takes hold of it.
 *
 * @throws StartError naming DATA_DIR when it cannot be written to or another start has it
 */
export function openDataFolder(path: string): DataFolder {
  try {
    const logs = join(path, 'logs');
    // Others may pass through, as the database runs as another user where we are root.
    makeFolder(path);
    const release = takeLock(
      dataLock(path),
      (pid) =>
        `DATA_DIR ${path} is in use by another start (process ${pid}): stop that one first, or set DATA_DIR to another folder.`,
    );
    mkdirSync(logs, { recursive: true, mode: 0o700 });
    return { path, logs, postgres: join(path, 'postgres'), secret: readSecret(path), release };
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`DATA_DIR ${path} cannot be written to: ${reasonOf(error)}.`, { cause: error });
  }
}

/** Node's own `recursive` never returns where a file system takes no folders, as `/proc` (Node 24). */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o711 });
}

/**
 * The installation's secret, made where there is none yet.
 *
 * @throws StartError when there is a database without it
 */
export function readSecret(path: string): string {
  const file = join(path, 'secrets.json');
  if (existsSync(file)) {
    const { database }: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof database === 'string' && database !== '') return database;
  } else if (existsSync(join(path, 'postgres'))) {
    throw new StartError(
      `DATA_DIR ${path} holds a database but not its passwords: put secrets.json back from your backup.`,
    );
  }
  const database = randomBytes(32).toString('base64url');
  const making = `${file}.${process.pid}`;
  try {
    writeFileSync(making, `${JSON.stringify({ database })}\n`, { mode: 0o600 });
    renameSync(making, file);
  } finally {
    rmSync(making, { force: true });
  }
  return database;
}
