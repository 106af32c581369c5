import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, signal, startOf, until } from '../processes.ts';

/** The first line of `postmaster.pid` is the server's process id, the eighth how far it has come. */
export function readPidFile(directory: string): { pid: number; state: string } | null {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, state: (lines[7] ?? '').trim() } : null;
  } catch {
    return null;
  }
}

/**
 * Deals with what a killed start left behind on a data folder that is now ours alone: a server that still runs is
 * stopped, and a pid file whose number has gone to another program is removed. A pid file of a process that is gone is
 * left, as PostgreSQL uses it to make sure that no process of the old server is still at the data.
 *
 * @param say tells what is being done
 */
export async function clearOrphan(directory: string, say: (line: string) => void): Promise<void> {
  const found = readPidFile(directory);
  if (!found || startOf(found.pid) === null) return;
  if (!isServerOf(found.pid, directory)) {
    rmSync(join(directory, 'postmaster.pid'), { force: true });
    return;
  }
  say(`A database from an earlier start is still running (process ${found.pid}); stopping it …`);
  for (const [name, limit] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    signal(found.pid, name);
    if (await until(() => startOf(found.pid) === null, limit)) return;
  }
}

function isServerOf(pid: number, directory: string): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(`-D ${directory} `);
}
