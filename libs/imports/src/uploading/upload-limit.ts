import { finished } from 'node:stream/promises';
import type { IncomingMessage } from 'node:http';
import { Problem } from '#platform';

/** Large enough for 10,000 events with long descriptions, small enough to hold in memory; in bytes. */
export const maxUploadBytes = 10 * 1024 * 1024;

/** How long the rest of a request that is too large is still taken, in milliseconds. */
const restLimit = 60_000;

/** 413: a file is larger than {@link maxUploadBytes}. */
export const tooLarge = (): Problem =>
  new Problem({
    status: 413,
    code: 'too-large',
    title: 'That file is too large',
    detail: 'The file is larger than 10 MB. Nothing was saved. Split it, or leave out what is over.',
  });

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
