import type { SandboxedJob } from 'bullmq';
import { RotaProblemError } from '../domain/rota-problem-error.js';
import { solveRota } from '../solver/solve-rota.js';
import type { SolverOutcome, SolverTask } from './solver-task.js';

/** How often it is seen whether the search should go on, in milliseconds. */
const lookEvery = 200;

process.title = 'rota-solver';
// Without the service nobody wants the answer.
process.once('disconnect', () => process.exit());
const service = process.ppid;

/** What WebAssembly and C++ say when there is no more memory to be had. */
const isOutOfMemory = (error: unknown): boolean =>
  /memory|\bOOM\b|bad_alloc|Array buffer allocation/i.test(String(error));

/**
 * Searches for the best rota: a sandboxed processor of BullMQ, so it is a process of its own. The search blocks it, so it
 * hears nothing meanwhile: it looks for itself whether the service is still there and how much memory it takes.
 */
export default async function solve(job: SandboxedJob<SolverTask, SolverOutcome>): Promise<SolverOutcome> {
  const { problem, seconds, megabytes } = job.data;
  let looked = 0;
  let isTooLarge = false;
  const isCancelled = () => {
    const now = performance.now();
    if (now - looked < lookEvery) return isTooLarge;
    looked = now;
    if (process.ppid !== service) process.exit();
    isTooLarge = process.memoryUsage.rss() / 2 ** 20 > megabytes;
    return isTooLarge;
  };
  try {
    const onProgress = (progress: object) => void job.updateProgress(progress).catch(() => undefined);
    const answer = await solveRota(problem, { seconds, onProgress, isCancelled });
    return isTooLarge ? { kind: 'memory' } : { kind: 'answer', answer };
  } catch (error) {
    if (error instanceof RotaProblemError) return { kind: 'contradiction', words: error.message };
    if (isTooLarge || isOutOfMemory(error)) return { kind: 'memory' };
    throw error;
  }
}
