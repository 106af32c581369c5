import { readdirSync, readFileSync } from 'node:fs';
import { signal, startOf, until } from '../processes.ts';

/** The environment variable that everything started by one test run carries. */
export const runMark = 'TEST_RUN';

function marked(run: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry) || Number(entry) === process.pid) return [];
    try {
      const environment = readFileSync(`/proc/${entry}/environ`, 'utf8').split('\0');
      return environment.includes(`${runMark}=${run}`) ? [Number(entry)] : [];
    } catch {
      return [];
    }
  });
}

/**
 * Ends what the tests have started and not stopped, as when they were interrupted: politely first, as a start of the
 * whole system stops its own database then.
 *
 * @param run the value of {@link runMark}
 */
export async function endLeftovers(run: string): Promise<void> {
  for (const [name, limit] of [
    ['SIGTERM', 8000],
    ['SIGKILL', 2000],
  ] as const) {
    const found = marked(run);
    if (found.length === 0) return;
    for (const pid of found) signal(pid, name);
    await until(() => found.every((pid) => startOf(pid) === null), limit);
  }
}
