import { setImmediate } from 'node:timers/promises';

/** How many items are dealt with before others get their turn. */
const atOnce = 50;

/** Maps a long list piece by piece, so that the process answers others in between. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(map(item));
    if (results.length % atOnce === 0) await setImmediate();
  }
  return results;
}
