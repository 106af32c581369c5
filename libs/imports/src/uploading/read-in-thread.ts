import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { unprocessable } from '#platform';

/** What a file may take to be read: 10,000 events take seconds and some 200 MB. */
const limits = { milliseconds: 60_000, megabytes: 1024 };

/** A file's rows, or why there are none, in whole sentences: what a worker answers. */
export type ReadFile<File> =
  { readonly ok: true; readonly file: File } | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads a file in a thread of its own: seconds in which this one would answer nobody, and whatever a file does to it, it
 * does to that thread alone.
 *
 * @param script which posts one {@link ReadFile}
 * @param workerData what it is given
 * @throws Problem 422 at the field `file` where no row can be read at all
 */
export async function readInThread<File>(script: URL, workerData: unknown): Promise<File> {
  const worker = new Worker(script, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const read = await answerOf<File>(worker);
  if (read.ok) return read.file;
  throw unreadable(read.problems);
}

async function answerOf<File>(worker: Worker): Promise<ReadFile<File>> {
  const [read] = (await once(worker, 'message', {
    signal: AbortSignal.timeout(limits.milliseconds),
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ABORT_ERR' || code === 'ERR_WORKER_OUT_OF_MEMORY') return [tooMuch];
    throw error;
  })) as [ReadFile<File>];
  await worker.terminate();
  return read;
}

const tooMuch: ReadFile<never> = {
  ok: false,
  problems: ['The file takes too long to read. Split it into several smaller ones.'],
};

const unreadable = (problems: readonly string[]) =>
  unprocessable(problems.map((message) => ({ field: 'file', code: 'file-unreadable', message })));
