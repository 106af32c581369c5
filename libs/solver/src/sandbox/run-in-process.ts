import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Child, ChildCommand, ParentCommand } from 'bullmq';
import type { SearchProgress } from '../highs/search-watch.js';
import { SolverContradiction, SolverFailure, type FailureWords } from './solver-failure.js';
import type { SolverOutcome, SolverTask } from './solver-task.js';

/** How a process is run and watched. */
export interface ProcessOptions {
  /** The sandboxed processor. */
  readonly file: string;
  /** How long it may take in all, in milliseconds: the search ends by itself before. */
  readonly limit: number;
  /** Ends the process at once. */
  readonly signal: AbortSignal;
  /** How what keeps it from its end is told. */
  readonly words: FailureWords;
  readonly onProgress?: (progress: SearchProgress) => void;
  /** Told of the process once it runs. */
  readonly onStart?: (pid: number) => void;
}

/** Most that V8's heap may take of the process's memory, in megabytes. */
const mostHeap = 256;

/** What BullMQ's own worker runs in the processes of its sandboxes. */
const mainFile = join(dirname(createRequire(import.meta.url).resolve('bullmq')), 'classes/main.js');

/** What a process is told in BullMQ's sandbox: as much of a job as a processor may look at. */
const startMessage = (task: SolverTask<unknown>) => ({
  cmd: ChildCommand.Start,
  job: { id: '', name: 'search', data: JSON.stringify(task), opts: {}, returnvalue: '{}' },
});

interface SandboxMessage {
  readonly cmd: ParentCommand;
  readonly value?: unknown;
  readonly err?: unknown;
}

/** V8 ends a process that runs out of its heap by SIGABRT. */
const failureOf = (
  signal: NodeJS.Signals | null,
  exitCode: number | null,
  words: FailureWords,
): SolverFailure =>
  new SolverFailure(
    signal === 'SIGABRT' || exitCode === 134 ? 'memory' : 'crash',
    words,
    new Error(`the solver's process ended: exit code ${exitCode}, signal ${signal}`),
  );

/** What a process says until it has an outcome. */
function outcomeOf<Answer>(
  child: Child,
  { onProgress, words }: ProcessOptions,
): Promise<SolverOutcome<Answer>> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ cmd, value, err }: SandboxMessage) => {
      if (cmd === ParentCommand.Progress) onProgress?.(value as SearchProgress);
      else if (cmd === ParentCommand.Completed) resolve(value as SolverOutcome<Answer>);
      else if (cmd === ParentCommand.Failed || cmd === ParentCommand.Error)
        reject(new SolverFailure('crash', words, value ?? err));
    });
    child.on('error', (error) => reject(new SolverFailure('crash', words, error)));
    child.on('exit', (exitCode: number | null, signal: NodeJS.Signals | null) =>
      reject(failureOf(signal, exitCode, words)),
    );
  });
}

/** Rejects once the signal is aborted or the time is over. */
function broken({ signal, limit, words }: ProcessOptions): Promise<never> {
  const late = AbortSignal.timeout(limit);
  return new Promise((_resolve, reject) => {
    const stop = (reason: 'cancelled' | 'time') => () => reject(new SolverFailure(reason, words));
    if (signal.aborted) stop('cancelled')();
    signal.addEventListener('abort', stop('cancelled'), { once: true });
    late.addEventListener('abort', stop('time'), { once: true });
  });
}

/**
 * Runs one search in a sandbox of BullMQ: a process of its own that ends with it, as WebAssembly never gives memory back
 * and a thread that solves hears nothing, so that only the end of its process stops it at once.
 * @throws SolverContradiction where the problem contradicts itself
 * @throws SolverFailure where there is no answer
 */
export async function runInProcess<Problem, Answer>(
  task: SolverTask<Problem>,
  options: ProcessOptions,
): Promise<Answer> {
  const { file, signal, words, onStart } = options;
  if (signal.aborted) throw new SolverFailure('cancelled', words);
  const child = new Child(mainFile, file, {
    useWorkerThreads: false,
    workerForkOptions: {
      // The problem and its answer are small; what is large is HiGHS's own.
      execArgv: [`--max-old-space-size=${Math.min(task.megabytes, mostHeap)}`],
      // It needs no settings of ours, and so none of our secrets.
      env: {},
      // What V8 prints when it dies is no line of our log; how it died is told by its signal.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    },
  });
  const outcome = outcomeOf<Answer>(child, options);
  outcome.catch(() => undefined);
  const stopped = broken(options);
  stopped.catch(() => undefined);
  try {
    const ready = child.init().catch((error: unknown) => {
      throw new SolverFailure('crash', words, error);
    });
    await Promise.race([ready, outcome, stopped]);
    onStart?.(child.pid);
    await child.send(startMessage(task)).catch(() => undefined);
    const found = await Promise.race([outcome, stopped]);
    if (found.kind === 'answer') return found.answer;
    if (found.kind === 'memory') throw new SolverFailure('memory', words);
    throw new SolverContradiction(found.words);
  } finally {
    child.removeAllListeners();
    await child.kill('SIGKILL');
  }
}
