import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { majorVersion, type Binaries } from './binaries.ts';
import type { RunAs } from './run-as.ts';

export interface ClusterOptions {
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  /** The data folder. */
  readonly directory: string;
  /** The password of the user `postgres`. */
  readonly password: string;
  /** Whether to wait until the new files are on the disk. */
  readonly durable: boolean;
}

/**
 * Sees to it that there is a data folder that this PostgreSQL can read; an empty one is made elsewhere and moved into
 * place when it is whole, so that a start that was broken off leaves nothing half-made.
 *
 * Text sorts and folds by Unicode's own rules, the same on every machine, rather than by the machine's locale.
 *
 * @throws StartError naming DATA_DIR when the data is of another major version or cannot be made
 */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const { directory } = options;
  const versionFile = join(directory, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim();
    if (version === majorVersion) return;
    throw new StartError(
      `DATA_DIR holds the data of PostgreSQL ${version} (${directory}), which PostgreSQL ${majorVersion} cannot read: carry it over with pg_upgrade, or set DATA_DIR to another folder.`,
    );
  }
  const making = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  rmSync(making, { recursive: true, force: true });
  try {
    mkdirSync(making, { mode: 0o700 });
    options.runAs.own(making);
    writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
    options.runAs.own(passwordFile);
    await initialise(options, making, passwordFile);
    rmSync(directory, { recursive: true, force: true });
    renameSync(making, directory);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function initialise(options: ClusterOptions, directory: string, passwordFile: string): Promise<void> {
  const {
    file,
    args,
    options: spawnOptions,
  } = options.runAs.command(options.binaries.initdb, [
    `--pgdata=${directory}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(options.durable ? [] : ['--no-sync']),
  ]);
  const child = spawn(file, args, {
    ...spawnOptions,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return;
  const reason = said.split('\n').find((line) => /error|fatal/i.test(line)) ?? said.split('\n')[0] ?? '';
  throw new StartError(
    `DATA_DIR: no database can be made in ${directory}: ${reason.trim() || 'initdb failed'}`,
  );
}
