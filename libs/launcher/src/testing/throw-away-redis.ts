import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import { signal } from '../processes.ts';
import { StartError } from '../start-error.ts';
import { installWithApt } from './install-with-apt.ts';

/** A Redis server that lives as long as one command and keeps nothing. */
export interface ThrowAwayRedis {
  readonly url: string;
  remove(this: void): Promise<void>;
  /** Kills it with SIGKILL; all that it held is gone. */
  crash(this: void): Promise<void>;
}

const isInstalled = () => spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** What is said where there is none. */
export const noRedis = 'There is no redis-server (for example: sudo apt-get install redis-server)';

/** Whether there is a Redis server to start, once one has been installed where that is possible. */
export function hasRedis(say: (line: string) => void): boolean {
  if (!isInstalled()) installWithApt('redis-server', 'Redis', say);
  return isInstalled();
}

/** How long the server may take to answer, in milliseconds. */
const readyLimit = 15_000;

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [said] = (await once(socket, 'data')) as [Buffer];
    return said.toString().startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * Starts a Redis server on a free port, installing it first where there is none and we may.
 *
 * @returns `null`, having said so, when there is none: the tests that need it are left out
 * @throws StartError when there is none although `CI` is set, where no test may be left out
 */
export async function startThrowAwayRedis(
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<ThrowAwayRedis | null> {
  if (!hasRedis(say)) {
    if (env['CI']) throw new StartError(`${noRedis}, and no test may be left out here.`);
    say(`\n*** ${noRedis}: the tests of messages on Redis are LEFT OUT. ***\n`);
    return null;
  }
  return startRedis(await freePort());
}

/**
 * Starts a Redis server that keeps nothing on a port of the loopback address.
 *
 * @param first what else it is started with: a file of settings, which must be the first, and further settings
 * @throws StartError when it does not answer
 */
export async function startRedis(port: number, first: readonly string[] = []): Promise<ThrowAwayRedis> {
  const usual = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const settings = [...first, ...usual];
  // Our end of its input closes however we end, and then it is stopped.
  const child = spawn('sh', ['-c', 'redis-server "$@" & cat; kill $!; wait $!', 'sh', ...settings], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const end = performance.now() + readyLimit;
  while (!(await answers(port))) {
    if (performance.now() > end) throw new StartError('redis-server does not answer.');
    await wait(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    remove: async () => {
      child.stdin.end();
      await ended;
    },
    crash: async () => {
      if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}
