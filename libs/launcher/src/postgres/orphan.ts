import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, signal, startOf, until } from '../processes.ts';

/** The first line of `postmaster.pid` is the server's process id, the fourth its port, the eighth how far it has come. */
export function readPidFile(directory: string): { pid: number; port: number; state: string } | null {
  try {
    const lines = readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0) return null;
    return { pid, port: Number(lines[3]), state: (lines[7] ?? '').trim() };
  } catch {
    return null;
  }
}

/**
 * Deals with what a killed start left behind on a data folder that is now ours alone: a server that still runs is
 * stopped, and then its pid file has no meaning any more. PostgreSQL would take it seriously when the number has gone to
 * another program, or is that of a dead process that nobody has collected, as in a container without an init.
 *
 * @param say tells what is being done
 */
export async function clearOrphan(directory: string, say: (line: string) => void): Promise<void> {
  const found = readPidFile(directory);
  if (!found) return;
  if (isServerOf(found.pid, directory)) {
    say(`A database from an earlier start is still running (process ${found.pid}); stopping it …`);
    await stopServer(found.pid);
  }
  // The processes that served its connections notice the end of a killed server within moments.
  if (await until(() => !isWorkedIn(directory), 10_000)) {
    rmSync(join(directory, 'postmaster.pid'), { force: true });
  }
}

async function stopServer(pid: number): Promise<void> {
  for (const [name, limit] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    signal(pid, name);
    if (await until(() => startOf(pid) === null, limit)) return;
  }
}

function isServerOf(pid: number, directory: string): boolean {
  const command = commandOf(pid);
  return startOf(pid) !== null && command.includes('postgres') && command.includes(`-D ${directory} `);
}

/** Whether any process has the folder as its working directory, as all of PostgreSQL's have. */
function isWorkedIn(directory: string): boolean {
  if (process.platform !== 'linux') return false;
  const folder = realpathSync(directory);
  return readdirSync('/proc').some((entry) => {
    try {
      return readlinkSync(`/proc/${entry}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}
