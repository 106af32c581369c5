import { setTimeout as wait } from 'node:timers/promises';

/** Waits until it is so; what is awaited takes a few milliseconds, unless it never comes. */
export async function until(isSo: () => Promise<boolean> | boolean, limit = 60_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it did not become so within ${limit / 1000} s`);
    await wait(5);
  }
}
