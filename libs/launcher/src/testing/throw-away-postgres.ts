import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from '../postgres/server.ts';

/** A database server that lives as long as one command, in a temporary folder of its own. */
export interface ThrowAwayPostgres {
  readonly server: PostgresServer;
  readonly folder: string;
  /** Stops the server and removes the folder. */
  remove(this: void): Promise<void>;
}

/** @param durable whether it writes as safely as a real one: for benchmarks; tests need not */
export async function startThrowAwayPostgres(durable: boolean): Promise<ThrowAwayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'network-events-'));
  // PostgreSQL runs as somebody else where we are root.
  chmodSync(folder, 0o711);
  const server = await startPostgres({
    directory: join(folder, 'postgres'),
    password: randomBytes(18).toString('base64url'),
    log: join(folder, 'postgres.log'),
    durable,
    removeWhenOrphaned: folder,
    say: (line) => console.log(line),
  });
  return {
    server,
    folder,
    remove: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
