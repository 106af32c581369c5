import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import { childrenOf, signal, startOf, until } from '../processes.ts';
import { StartError } from '../start-error.ts';
import { findBinaries, type Binaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { guard } from './guardian.ts';
import { clearOrphan, readPidFile } from './orphan.ts';
import { chooseRunAs, type RunAs } from './run-as.ts';

export interface ServerOptions {
  /** The data folder; its parent exists. Nobody else may be starting a server on it. */
  readonly directory: string;
  /** The password of the superuser `postgres`. */
  readonly password: string;
  /** The file that the server's log is added to. */
  readonly log: string;
  /** False: speed before safety, for data that is thrown away. */
  readonly durable: boolean;
  /** Where it listens; without it on any port that is free. */
  readonly port?: number;
  /** A folder to remove after the server when this process dies without stopping it. */
  readonly removeWhenOrphaned?: string;
  /** Tells what is being done, where that takes long or is out of the ordinary. */
  readonly say: (line: string) => void;
}

/** A running server, reached only from this machine. */
export interface PostgresServer {
  /** The address for the superuser. */
  url(this: void, database: string): string;
  /** Resolves when the server has stopped without being asked to. */
  readonly lost: Promise<void>;
  /** Breaks off what is going on, writes everything down and stops; by force after 2 seconds. */
  stop(this: void): Promise<void>;
  /** Ends at once; the next start recovers. */
  kill(this: void): void;
  /** Kills it and every process of its own with SIGKILL, as a machine does that runs out of memory or power. */
  crash(this: void): Promise<void>;
}

/** How long recovery after a crash may take, in milliseconds. */
const recoveryLimit = 120_000;

/** How long killed processes may take to be gone, in milliseconds. */
const crashLimit = 5000;

/**
 * Starts PostgreSQL on a port of the loopback address, making its data folder first where there is none. It runs
 * in a session of its own, so that Ctrl-C reaches the services first.
 *
 * @throws StartError in one line that names DATA_DIR
 */
export async function startPostgres(options: ServerOptions): Promise<PostgresServer> {
  const binaries = await findBinaries();
  const runAs = chooseRunAs(binaries.postgres, dirname(options.directory), options.directory);
  await ensureCluster({ ...options, binaries, runAs });
  await clearOrphan(options.directory, options.say);
  const end = performance.now() + 15_000;
  for (;;) {
    const port = options.port ?? (await freePort());
    const logged = sizeOf(options.log);
    const child = launch(options, binaries, runAs, port);
    const callOff = child.pid === undefined ? () => {} : guard(child.pid, options.removeWhenOrphaned ?? null);
    child.once('exit', callOff);
    if (await isReady(options.directory, child)) return serverOf(options, child, port);
    const reason = fatalLine(options.log, logged);
    // Both pass: somebody else took the port meanwhile; processes of a killed server have not noticed yet.
    const passing = /could not (bind|create any TCP)|pre-existing shared memory|Address already in use/.test(
      reason,
    );
    if (!passing || performance.now() > end) {
      throw new StartError(`DATA_DIR: the database in ${options.directory} does not start: ${reason}`);
    }
    await wait(250);
  }
}

function launch(options: ServerOptions, binaries: Binaries, runAs: RunAs, port: number): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Each service may use some fifteen; tests start the whole site twice.
    max_connections: '400',
    ...(options.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const command = runAs.command(binaries.postgres, [
    '-D',
    options.directory,
    '-p',
    String(port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = openSync(options.log, 'a', 0o600);
  try {
    return spawn(command.file, command.args, {
      ...command.options,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    });
  } finally {
    closeSync(log);
  }
}

async function isReady(directory: string, child: ChildProcess): Promise<boolean> {
  let failed = false;
  child.once('error', () => {
    failed = true;
  });
  const gone = () => failed || child.exitCode !== null || child.signalCode !== null;
  const ready = () => {
    const found = readPidFile(directory);
    return found?.pid === child.pid && found?.state === 'ready';
  };
  await until(() => gone() || ready(), recoveryLimit);
  return !gone() && ready();
}

function serverOf(options: ServerOptions, child: ChildProcess, port: number): PostgresServer {
  const pid = child.pid;
  if (pid === undefined) throw new Error('a server that is ready has a process id');
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  let stopping = false;
  return {
    url: (database) =>
      `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`,
    lost: new Promise((resolve) => {
      child.once('exit', () => {
        if (!stopping) resolve();
      });
    }),
    stop: async () => {
      stopping = true;
      for (const [name, limit] of [
        ['SIGINT', 2000],
        ['SIGQUIT', 800],
        ['SIGKILL', 300],
      ] as const) {
        if (gone()) return;
        signal(pid, name);
        if (await until(gone, limit)) return;
      }
    },
    kill: () => {
      stopping = true;
      signal(pid, 'SIGQUIT');
    },
    crash: async () => {
      stopping = true;
      // They stand in sessions of their own, and would notice its end only by and by. Stopped, it makes no more of them.
      signal(pid, 'SIGSTOP');
      const own = childrenOf(pid);
      for (const one of [pid, ...own]) signal(one, 'SIGKILL');
      await until(() => gone() && own.every((one) => startOf(one) === null), crashLimit);
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function fatalLine(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString().split('\n');
  const line = lines.find((text) => /FATAL|PANIC|error/.test(text)) ?? lines.find((text) => text !== '');
  return line?.replace(/^.*?(FATAL|PANIC): +/, '').trim() ?? `see ${log}`;
}
