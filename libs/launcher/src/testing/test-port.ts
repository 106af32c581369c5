import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../ports.ts';
import { runMark } from './leftovers.ts';

/** Jest's own `Error` is not Node's. */
const isTaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST';

/** Whether nobody else of this test run has had the port: test files run side by side, each in a process of its own. */
function isOurs(port: number): boolean {
  const run = process.env[runMark];
  if (!run) return true;
  try {
    closeSync(openSync(join(run, `port-${port}`), 'wx'));
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/**
 * A free port of the loopback address that stays this test file's own, also while nothing listens on it: before a service has
 * started, while it is killed, or where it is never started.
 */
export async function testPort(): Promise<number> {
  for (;;) {
    const port = await freePort();
    if (isOurs(port)) return port;
  }
}
