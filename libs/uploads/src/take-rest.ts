import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';

/** How long the rest of a request that is too large is still taken, in milliseconds. */
export const restLimit = 60_000;

/**
 * Takes what is still coming of a request and forgets it: a client that is still sending would not look at an answer. It
 * gives up on one that goes on for too long.
 */
export async function takeRest(raw: IncomingMessage): Promise<void> {
  if (raw.readableEnded || raw.destroyed) return;
  raw.resume();
  const late = setTimeout(() => raw.destroy(), restLimit);
  await finished(raw, { writable: false }).catch(() => undefined);
  clearTimeout(late);
}
