import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startPostgres, startRedis, type PostgresServer, type ThrowAwayRedis } from '#launcher';
import type { Part } from './parts.ts';

/** A server that can be killed, and the address that it always has. */
export interface Server extends Part {
  readonly url: string;
}

/** PostgreSQL that writes as safely as it can, so that what it has committed outlives it. */
export async function killablePostgres(folder: string, password: string): Promise<Server> {
  const port = await freePort();
  const start = () =>
    startPostgres({
      directory: join(folder, 'postgres'),
      password,
      log: join(folder, 'postgres.log'),
      durable: true,
      port,
      removeWhenOrphaned: folder,
      say: () => {},
    });
  let server: PostgresServer | null = await start();
  return {
    name: 'PostgreSQL',
    url: server.url('postgres'),
    kill: async () => {
      await server?.crash();
      server = null;
    },
    revive: async () => {
      server = await start();
    },
    stop: async () => server?.stop(),
  };
}

/** Redis that keeps nothing: killed, it comes back empty, which is the worst that can become of queues. */
export async function killableRedis(): Promise<Server> {
  const port = await freePort();
  let server: ThrowAwayRedis | null = await startRedis(port);
  return {
    name: 'Redis',
    url: server.url,
    kill: async () => {
      await server?.crash();
      server = null;
    },
    revive: async () => {
      server = await startRedis(port);
    },
    stop: async () => server?.remove(),
  };
}

/**
 * A mail server.
 *
 * @param receipts the file in which it writes down what it has taken
 */
export async function killableMailServer(receipts: string): Promise<Server> {
  const port = await freePort();
  const program = fileURLToPath(new URL('mail-server.ts', import.meta.url));
  const start = async () => {
    const child = spawn(process.execPath, [program, String(port), receipts], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const ended = once(child, 'exit').then(() => {
      throw new Error('the mail server does not start');
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => {});
    return child;
  };
  let server: ChildProcess | null = await start();
  const kill = async () => {
    if (server === null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    server = null;
    await gone;
  };
  return {
    name: 'mail server',
    url: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
    kill,
    revive: async () => {
      server = await start();
    },
    stop: kill,
  };
}
