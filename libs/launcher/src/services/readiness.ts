import { setTimeout as wait } from 'node:timers/promises';

/** True when a GET of the address answers 200 within 2 seconds. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

/**
 * Asks again and again until the address answers 200.
 *
 * @param limit in milliseconds
 * @param giveUp ends the wait early
 * @returns false when it did not in time
 */
export async function untilAnswers(url: string, limit: number, giveUp: () => boolean): Promise<boolean> {
  const end = performance.now() + limit;
  while (!giveUp()) {
    if (await answers(url)) return true;
    if (performance.now() > end) return false;
    await wait(40);
  }
  return false;
}
