import type { SandboxedJob } from 'bullmq';
import { OutOfMemoryError, solverShare } from '../highs/solver-memory.js';
import type { EndReason, WatchOptions } from '../highs/search-watch.js';
import type { SolverOutcome, SolverTask } from './solver-task.js';

/** How often it is seen whether the search should go on, in milliseconds. */
const lookEvery = 200;

/** What a search in a process of its own is given besides the problem. */
export interface ProcessLimits extends WatchOptions {
  /** The search ends after this, with the best so far. */
  readonly seconds: number;
  /** How much memory HiGHS may have. */
  readonly megabytes: number;
}

/** A search as a process of its own runs it. */
export interface ProcessSearch<Problem, Answer> {
  /** The process's name. */
  readonly title: string;
  /** @throws OutOfMemoryError where there is too little memory to find anything */
  solve(problem: Problem, limits: ProcessLimits): Promise<Answer>;
  /** Whether what it threw says that the problem contradicts itself. */
  isContradiction(error: unknown): error is Error;
}

/**
 * The sandboxed processor of BullMQ that searches: to be the default export of a file that is run as a process of its own.
 * The search blocks it, so it hears nothing meanwhile: it looks for itself whether the service is still there and how much
 * memory it takes.
 */
export function solverProcess<Problem, Answer>(
  search: ProcessSearch<Problem, Answer>,
): (job: SandboxedJob<SolverTask<Problem>>) => Promise<SolverOutcome<Answer>> {
  process.title = search.title;
  // Without the service nobody wants the answer.
  process.once('disconnect', () => process.exit());
  const service = process.ppid;
  return async (job) => {
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
    const limits = { seconds, megabytes: solverShare(megabytes), onProgress, reasonToEnd };
    try {
      return { kind: 'answer', answer: await search.solve(problem, limits) };
    } catch (error) {
      if (search.isContradiction(error)) return { kind: 'contradiction', words: error.message };
      if (error instanceof OutOfMemoryError) return { kind: 'memory' };
      throw error;
    }
  };
}
