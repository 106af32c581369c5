import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apps, type App } from '../apps.ts';
import { environmentOf, inheritedEnvironment, internalUrl, type Plan } from '../services/environment.ts';
import { startService, type ServiceProcess } from '../services/process.ts';
import type { Secrets } from '../services/secrets.ts';
import { untilAnswers } from '../services/readiness.ts';
import { createTestDatabase, type TestDatabase } from './databases.ts';
import type { TestMailbox } from './mailbox.ts';
import { testSecrets } from './secrets.ts';
import { testPort } from './test-port.ts';

export interface SystemOptions {
  /** Which services to start; default: all. The others' addresses lead nowhere. */
  readonly apps?: readonly string[];
  /** Whether the database holds the demonstration data. */
  readonly demo?: boolean;
  /** Environment variables for every service, over those that the launcher sets. */
  readonly env?: Readonly<Record<string, string>>;
  /** A database to use instead of a fresh one; it is not dropped afterwards. */
  readonly database?: TestDatabase;
  /** Whether there is a mail server; without one, mail is handed over nowhere. */
  readonly mailbox?: boolean;
}

/** Services that run for a test, each in a process of its own, on a database of their own. */
export interface System {
  /** Each service's own address by the app's name, also of those not started. The shell's is the single origin. */
  readonly urls: Readonly<Record<string, string>>;
  readonly adminUrl: string;
  readonly secrets: Secrets;
  /** Where mail arrives. It throws unless the system was started with a mailbox. */
  readonly mailbox: TestMailbox;
  /** The database's address for the app's own role. */
  databaseUrl(this: void, app: string): string;
  /** All that an app has written so far. */
  logs(this: void, app: string): string;
  pid(this: void, app: string): number;
  /** Sends a signal; for SIGTERM and SIGKILL it waits until the process has gone. */
  kill(this: void, app: string, signal?: NodeJS.Signals): Promise<void>;
  /** Stops the app if it runs and starts it again at the same address; resolves when it is ready. */
  restart(this: void, app: string): Promise<void>;
  /** Stops everything and drops the database. */
  stop(this: void): Promise<void>;
}

/** How long a service may take until it is ready, in milliseconds; machines that run tests are busy. */
const readyLimit = 120_000;

function chosen(names: readonly string[] | undefined): App[] {
  if (!names) return [...apps];
  return names.map((name) => {
    const app = apps.find((candidate) => candidate.name === name);
    if (!app) throw new Error(`there is no app called ${name}`);
    return app;
  });
}

/** As much of a log's end as a test may want to read, in bytes: a benchmark writes more than fits into a string. */
const readable = 16 * 1024 * 1024;

function lastOf(path: string): string {
  const { size } = statSync(path);
  const file = openSync(path, 'r');
  try {
    const end = Buffer.alloc(Math.min(size, readable));
    const length = readSync(file, end, 0, end.length, Math.max(0, size - readable));
    return end.toString('utf8', 0, length);
  } finally {
    closeSync(file);
  }
}

/**
 * Starts services from `dist/` as `npm start` does, on free ports.
 *
 * @throws Error with all that a service wrote, when it does not become ready
 */
export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const started = chosen(options.apps);
  const database = options.database ?? (await createTestDatabase(options.demo));
  // Loaded only here: most tests send no mail.
  const mailbox = options.mailbox ? await (await import('./mailbox.ts')).startMailbox() : null;
  const ports = new Map<string, number>();
  for (const { name } of apps) ports.set(name, await testPort());
  const plan: Plan = {
    apps,
    ports,
    host: '127.0.0.1',
    publicUrl: `http://127.0.0.1:${ports.get('shell')}`,
    smtpUrl: mailbox?.url ?? `smtp://127.0.0.1:${await testPort()}`,
    secrets: testSecrets,
    queueUrl: database.queueUrl,
    redisUrl: null,
    databaseUrl: (app) => (app.schema === null ? null : database.url(app.name)),
  };
  const folder = mkdtempSync(join(tmpdir(), 'system-'));
  const logOf = (name: string) => join(folder, `${name}.log`);
  // Logs can still be asked for when all has been stopped and tidied away.
  const kept = new Map<string, string>();
  const logs = (name: string) => kept.get(name) ?? (existsSync(logOf(name)) ? lastOf(logOf(name)) : '');
  const running = new Map<string, ServiceProcess>();
  const processOf = (name: string) => {
    const found = running.get(name);
    if (!found) throw new Error(`${name} was not started`);
    return found;
  };

  const start = async (app: App) => {
    const env = { ...inheritedEnvironment(process.env), ...environmentOf(plan, app), ...options.env };
    const service = startService(app.name, env, logOf(app.name));
    running.set(app.name, service);
    const url = `${internalUrl(plan, app.name)}/health/ready`;
    if (await untilAnswers(url, readyLimit, () => !service.isRunning())) return;
    await service.stop(0);
    throw new Error(`${app.name} did not become ready:\n${logs(app.name)}`);
  };
  const stop = async () => {
    await Promise.all([...running.values()].map((service) => service.stop(6000)));
    for (const { name } of started) kept.set(name, logs(name));
    rmSync(folder, { recursive: true, force: true });
    await mailbox?.stop();
    if (!options.database) await database.drop();
  };

  const results = await Promise.allSettled(started.map(start));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  return {
    urls: Object.fromEntries(apps.map(({ name }) => [name, internalUrl(plan, name)])),
    adminUrl: database.adminUrl,
    secrets: testSecrets,
    get mailbox() {
      if (!mailbox) throw new Error('the system was started without a mailbox');
      return mailbox;
    },
    databaseUrl: (name) => database.url(name),
    logs,
    pid: (name) => processOf(name).pid,
    kill: async (name, signal = 'SIGKILL') => {
      const service = processOf(name);
      service.signal(signal);
      if (signal === 'SIGKILL' || signal === 'SIGTERM') await service.ended;
    },
    restart: async (name) => {
      await processOf(name).stop(6000);
      for (const app of chosen([name])) await start(app);
    },
    stop,
  };
}
