import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import {
  alive,
  commandOf,
  commandsMentioning,
  endAll,
  freePort,
  killAll,
  npmStart,
  treeOf,
  type Start,
} from './npm-start.js';

/** Waits until something is so, for at most so many milliseconds. */
async function within(limit: number, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so after ${limit} ms: ${String(isSo)}`);
    await wait(50);
  }
}

describe('npm start', () => {
  let folder: string;
  let settings: Record<string, string>;
  let start: Start;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'start-stop-'));
    chmodSync(folder, 0o700);
    settings = { PORT: String(await freePort()), DATA_DIR: join(folder, 'data'), DEMO: '0' };
  });
  afterAll(async () => {
    endAll();
    await within(60_000, () => commandsMentioning(folder).length === 0);
    rmSync(folder, { recursive: true, force: true });
  });

  async function up(): Promise<void> {
    start = npmStart(settings);
    // The last that it says.
    await start.says('Mail sent on this machine arrives at');
  }

  async function status(path: string): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${settings['PORT']}${path}`);
    await response.body?.cancel();
    return response.status;
  }

  /** Asks the embedded database as its superuser, whose password is made from the kept secret. */
  async function ask(query: string): Promise<unknown[]> {
    const data = join(folder, 'data');
    const [, , , port] = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
    const { database: secret }: { database: string } = JSON.parse(
      readFileSync(join(data, 'secrets.json'), 'utf8'),
    );
    const client = new pg.Client({
      host: '127.0.0.1',
      port: Number(port),
      user: 'postgres',
      password: createHmac('sha256', secret).update('postgres').digest('base64url'),
      database: 'network_events',
    });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(query)).rows;
    } finally {
      await client.end();
    }
  }

  function pidOf(app: string): number {
    const found = treeOf(start.pid).find((pid) => commandOf(pid).includes(`dist/apps/${app}/src/main.js`));
    if (found === undefined) throw new Error(`${app} does not run`);
    return found;
  }

  test('brings everything up and says where to look', async () => {
    await up();
    expect(start.output()).toContain(`open http://localhost:${settings['PORT']}\n`);
    expect(start.output()).toMatch(/^Mail sent on this machine arrives at http:\/\/localhost:\d+$/m);
    expect(await status('/health')).toBe(200);
    expect(await status('/')).toBe(200);
    expect(await status('/calendar')).toBeLessThan(400);
    await ask('CREATE TABLE public.kept AS SELECT 42 AS answer');
  });

  test('refuses a second start on the same data, which leaves the first alone', async () => {
    const second = npmStart({ ...settings, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^DATA_DIR \S+ is in use by another start \(process \d+\)[^\n]+\n$/);
    expect(await status('/health')).toBe(200);
  });

  test('starts a service again that has stopped by itself', async () => {
    const before = pidOf('events-calendar');
    process.kill(before, 'SIGKILL');
    await within(60_000, async () => alive([before]).length === 0 && (await status('/health')) === 200);
    expect(pidOf('events-calendar')).not.toBe(before);
    expect(start.output()).toContain('events-calendar stopped (killed by SIGKILL); starting it again');
  });

  test('comes up with all its data after kill -9 of the whole tree', async () => {
    const tree = treeOf(start.pid);
    expect(tree.length).toBeGreaterThan(6);
    killAll(tree);
    await start.ended;
    await up();
    expect(await status('/health')).toBe(200);
    expect(await ask('SELECT answer FROM public.kept')).toEqual([{ answer: 42 }]);
  });

  test('stops a database that a killed start has left running, and comes up with all its data', async () => {
    const postgres = Number(
      readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0],
    );
    const tree = treeOf(start.pid);
    const spared = treeOf(postgres);
    killAll(tree.filter((pid) => !spared.includes(pid)));
    await start.ended;
    expect(alive([postgres])).toEqual([postgres]);
    await up();
    expect(start.output()).toContain(
      `A database from an earlier start is still running (process ${postgres})`,
    );
    expect(alive(spared)).toEqual([]);
    expect(await ask('SELECT answer FROM public.kept')).toEqual([{ answer: 42 }]);
  });

  test('stops every process, the database included, within 10 s of Ctrl-C', async () => {
    const tree = treeOf(start.pid);
    const began = Date.now();
    start.interrupt();
    await start.ended;
    await within(10_000 - (Date.now() - began), () => alive(tree).length === 0);
    expect(commandsMentioning(folder)).toEqual([]);
    const log = readFileSync(join(folder, 'data/logs/postgres.log'), 'utf8');
    expect(log).toContain('database system is shut down');
  });

  test('stops at once when it is interrupted while it is starting', async () => {
    start = npmStart(settings);
    await within(60_000, () => commandsMentioning(`-D ${folder}`).length > 0);
    const tree = treeOf(start.pid);
    start.interrupt();
    await start.ended;
    await within(60_000, () => alive(tree).length === 0);
    expect(commandsMentioning(folder)).toEqual([]);
    expect(start.output()).not.toContain('Ready');
  });

  test('leaves nothing behind when only the launcher is killed', async () => {
    await up();
    const tree = treeOf(start.pid);
    const launcher = tree.find((pid) => commandOf(pid).includes('src/commands/start.ts'));
    process.kill(launcher ?? 0, 'SIGKILL');
    await within(60_000, () => alive(tree).length === 0);
    expect(commandsMentioning(folder)).toEqual([]);
  });

  test('stops everything when npm alone is asked to end', async () => {
    await up();
    const tree = treeOf(start.pid);
    process.kill(start.pid, 'SIGTERM');
    await within(60_000, () => alive(tree).length === 0);
    expect(commandsMentioning(folder)).toEqual([]);
  });
});
