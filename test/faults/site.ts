import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  apps,
  createTestDatabase,
  freePort,
  internalUrl,
  secretsOf,
  type Plan,
  type TestDatabase,
} from '#launcher';
import { connections } from './ledger.ts';
import type { Part } from './parts.ts';
import { readReceipts, type Receipt } from './receipts.ts';
import { killableMailServer, killablePostgres, killableRedis, type Server } from './servers.ts';
import { replicasOf, type Replica } from './services.ts';

/** What the queues are kept in. */
export type Backend = 'postgres' | 'redis';

/** The domain of the mails' Message-IDs. */
export const mailDomain = 'network.example';

export interface Site {
  readonly database: TestDatabase;
  /** `null`: the queues are in the database. */
  readonly redis: Server | null;
  /** The shell's address. */
  readonly origin: string;
  /** All that can be killed, by name. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly replicas: readonly Replica[];
  /** Where the logs are. */
  readonly folder: string;
  receipts(this: void): Receipt[];
  /** Stops everything; with `keepLogs` the folder stays, without the database. */
  stop(this: void, keepLogs: boolean): Promise<void>;
}

/**
 * Brings up all of the site, as `npm start` does, on servers of its own: a database that writes safely, a Redis where that
 * is asked for, a mail server; and of what sends, delivers and handles two replicas each.
 *
 * @param noticeWindow how long edits are gathered before followers are told of them, in seconds
 */
export async function bringUp(backend: Backend, noticeWindow: number): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  // PostgreSQL runs as somebody else where we are root.
  chmodSync(folder, 0o711);
  const receipts = join(folder, 'receipts.jsonl');
  const running: Part[] = [];
  const keep = <Kept extends Part>(part: Kept): Kept => {
    running.unshift(part);
    return part;
  };
  const stop = async (keepLogs: boolean) => {
    for (const part of running) await part.stop();
    rmSync(keepLogs ? join(folder, 'postgres') : folder, { recursive: true, force: true });
  };
  try {
    const postgres = keep(await killablePostgres(folder, randomBytes(18).toString('base64url')));
    const redis = backend === 'redis' ? keep(await killableRedis()) : null;
    const mailServer = keep(await killableMailServer(receipts));
    const database = await createTestDatabase(false, postgres.url);
    const plan = await planOf(database, redis, mailServer);
    const replicas = await replicasOf(plan, folder, {
      MAIL_FROM: `Network events <events@${mailDomain}>`,
      NOTICE_WINDOW: String(noticeWindow),
      SMTP_RATE: '1000',
      SMTP_CONNECTIONS: String(connections),
    });
    for (const replica of replicas) await keep(replica).revive();
    await Promise.all(replicas.map((replica) => replica.ready()));
    return {
      database,
      redis,
      origin: plan.publicUrl,
      parts: new Map(running.map((part) => [part.name, part])),
      replicas,
      folder,
      receipts: () => readReceipts(receipts),
      stop: async (keepLogs) => {
        await Promise.all(replicas.map((replica) => replica.stop()));
        await stop(keepLogs);
      },
    };
  } catch (error) {
    await stop(false);
    throw error;
  }
}

async function planOf(database: TestDatabase, redis: Server | null, mailServer: Server): Promise<Plan> {
  const ports = new Map<string, number>();
  for (const { name } of apps) ports.set(name, await freePort());
  const plan: Plan = {
    apps,
    ports,
    host: '127.0.0.1',
    publicUrl: '',
    smtpUrl: mailServer.url,
    secrets: secretsOf(randomBytes(32).toString('hex'), {}),
    queueUrl: database.queueUrl,
    redisUrl: redis?.url ?? null,
    databaseUrl: (app) => (app.schema === null ? null : database.url(app.name)),
  };
  return { ...plan, publicUrl: internalUrl(plan, 'shell') };
}
