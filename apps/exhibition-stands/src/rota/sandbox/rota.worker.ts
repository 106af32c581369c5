import type { SandboxedJob } from 'bullmq';
import { RotaProblemError } from '../domain/rota-problem-error.js';
import type { EndReason } from '../solver/search-watch.js';
import { solveRota } from '../solver/solve-rota.js';
import { OutOfMemoryError, solverShare } from '../solver/solver-memory.js';
import type { SolverOutcome, SolverTask } from './solver-task.js';

/** How often it is seen whether the search should go on, in milliseconds. */
const lookEvery = 200;

process.title = 'rota-solver';
// Without the service nobody wants the answer.
process.once('disconnect', () => process.exit());
const service = process.ppid;

/**
 * Searches for the best rota: a sandboxed processor of BullMQ, so it is a process of its own. The search blocks it, so it
 * hears nothing meanwhile: it looks for itself whether the service is still there and how much memory it takes.
 */
export default async function solve(job: SandboxedJob<SolverTask, SolverOutcome>): Promise<SolverOutcome> {
  const { problem, seconds, megabytes } = job.data;
  let looked = 0;
  const reasonToEnd = (): EndReason | null => {
    const now = performance.now();
    if (now - looked < lookEvery) return null;
    looked = now;
    if (process.ppid !== service) process.exit();
    return process.memoryUsage.rss() / 2 ** 20 > megabytes ? 'memory' : null;
  };
  const onProgress = (progress: object) => void job.updateProgress(progress).catch(() => undefined);
  const options = { seconds, megabytes: solverShare(megabytes), onProgress, reasonToEnd };
  try {
    return { kind: 'answer', answer: await solveRota(problem, options) };
  } catch (error) {
    if (error instanceof RotaProblemError) return { kind: 'contradiction', words: error.message };
    if (error instanceof OutOfMemoryError) return { kind: 'memory' };
    throw error;
  }
}
