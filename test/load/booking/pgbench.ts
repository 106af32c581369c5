import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const debian = '/usr/lib/postgresql';

/** Where `pgbench` is; Debian has it in `postgresql-contrib`. */
function findPgbench(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : [];
  const places = [...versions.map((version) => join(debian, version, 'bin/pgbench')), '/usr/bin/pgbench'];
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  return spawnSync('pgbench', ['--version']).status === 0 ? 'pgbench' : null;
}

const pgbench = findPgbench();

/** What runs the scripts on this machine. */
export const runner = pgbench === null ? 'pg, as there is no pgbench' : 'pgbench';

/**
 * Runs a script again and again on so many connections.
 *
 * @returns how often it ran per second
 */
export async function runScript(
  url: string,
  script: string,
  connections: number,
  seconds: number,
): Promise<number> {
  return pgbench === null
    ? throughPg(url, script, connections, seconds)
    : throughPgbench(pgbench, url, script, connections, seconds);
}

function throughPgbench(
  path: string,
  url: string,
  script: string,
  connections: number,
  seconds: number,
): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = join(folder, 'booking.sql');
    writeFileSync(file, script);
    const how = ['-n', '-M', 'prepared', '-c', `${connections}`, '-j', '2', '-T', `${seconds}`, '-f', file];
    const said = execFileSync(path, [...how, url], { encoding: 'utf8', maxBuffer: 1e8 });
    const perSecond = /tps = ([\d.]+)/.exec(said)?.[1];
    if (perSecond === undefined) throw new Error(`pgbench did not say how fast it was:\n${said}`);
    return Number(perSecond);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Statement {
  readonly text: string;
  readonly names: readonly string[];
  readonly isKept: boolean;
}

/** The part of pgbench's language that the scripts use: `\set client random(1, n)`, `:name`, `\gset`. */
function statementsOf(script: string): Statement[] {
  return script
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('\\set'))
    .map((line) => {
      const names: string[] = [];
      const text = line.replace(/(?:;| \\gset)$/, '').replaceAll(/(?<!:):([a-z]+)/g, (_, name: string) => {
        if (!names.includes(name)) names.push(name);
        return `$${names.indexOf(name) + 1}`;
      });
      return { text, names, isKept: line.endsWith('\\gset') };
    });
}

async function throughPg(url: string, script: string, connections: number, seconds: number): Promise<number> {
  const statements = statementsOf(script);
  const until = performance.now() + seconds * 1000;
  const one = async (client: number): Promise<number> => {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    let runs = 0;
    for (; performance.now() < until; runs += 1) {
      const known: Record<string, unknown> = { client };
      for (const [index, { text, names, isKept }] of statements.entries()) {
        const values = names.map((name) => known[name]);
        const { rows } = await db.query({ name: `s${index}`, text, values });
        if (isKept) Object.assign(known, rows[0]);
      }
    }
    await db.end();
    return runs;
  };
  const runs = await Promise.all(Array.from({ length: connections }, (_, index) => one(index + 1)));
  return runs.reduce((sum, each) => sum + each, 0) / seconds;
}
