import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { unprocessable } from '#platform';
import type { ImportDefaults } from '../domain/import-row.js';
import type { ReadableFile, ReadFile } from './read-file.js';

/** What a file may take to be read: 10,000 events take seconds and some 200 MB. */
const limits = { milliseconds: 60_000, megabytes: 1024 };

/**
 * Reads a file in a thread of its own: seconds in which this one would answer nobody, and whatever a file does to it, it
 * does to that thread alone.
 *
 * @throws Problem 422 at the field `file` where no row can be read at all
 */
export async function readInThread(bytes: Uint8Array, defaults: ImportDefaults): Promise<ReadableFile> {
  const worker = new Worker(new URL('./read-file.worker.js', import.meta.url), {
    workerData: { bytes, defaults },
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const read = await answerOf(worker);
  if (read.ok) return read.file;
  throw unreadable(read.problems);
}

async function answerOf(worker: Worker): Promise<ReadFile> {
  const [read] = (await once(worker, 'message', {
    signal: AbortSignal.timeout(limits.milliseconds),
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ABORT_ERR' || code === 'ERR_WORKER_OUT_OF_MEMORY') return [tooMuch];
    throw error;
  })) as [ReadFile];
  await worker.terminate();
  return read;
}

const tooMuch: ReadFile = {
  ok: false,
  problems: ['The file takes too long to read. Split it into several smaller ones.'],
};

const unreadable = (problems: readonly string[]) =>
  unprocessable(problems.map((message) => ({ field: 'file', code: 'file-unreadable', message })));
