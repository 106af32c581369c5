import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Child, ChildCommand, ParentCommand } from 'bullmq';
import type { RotaAnswer } from '../domain/answer.js';
import { RotaProblemError } from '../domain/rota-problem-error.js';
import type { RotaProgress } from '../solver/search-watch.js';
import { SolverFailure } from './solver-failure.js';
import type { SolverOutcome, SolverTask } from './solver-task.js';

/** How a process is run and watched. */
export interface ProcessOptions {
  /** The sandboxed processor. */
  readonly file: string;
  /** How long it may take in all, in milliseconds: the search ends by itself before. */
  readonly limit: number;
  /** Ends the process at once. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RotaProgress) => void;
  /** Told of the process once it runs. */
  readonly onStart?: (pid: number) => void;
}

/** Most that V8's heap may take of the process's memory, in megabytes. */
const mostHeap = 256;

/** What BullMQ's own worker runs in the processes of its sandboxes. */
const mainFile = join(dirname(createRequire(import.meta.url).resolve('bullmq')), 'classes/main.js');

/** What a process is told in BullMQ's sandbox: as much of a job as a processor may look at. */
const startMessage = (task: SolverTask) => ({
  cmd: ChildCommand.Start,
  job: { id: '', name: 'rota', data: JSON.stringify(task), opts: {}, returnvalue: '{}' },
});

interface SandboxMessage {
  readonly cmd: ParentCommand;
  readonly value?: unknown;
  readonly err?: unknown;
}

/** V8 ends a process that runs out of its heap by SIGABRT. */
const failureOf = (signal: NodeJS.Signals | null, exitCode: number | null): SolverFailure =>
  new SolverFailure(
    signal === 'SIGABRT' || exitCode === 134 ? 'memory' : 'crash',
    new Error(`the solver's process ended: exit code ${exitCode}, signal ${signal}`),
  );

/** What a process says until it has an outcome. */
function outcomeOf(child: Child, onProgress: ProcessOptions['onProgress']): Promise<SolverOutcome> {
  return new Promise((resolve, reject) => {
    child.on('message', ({ cmd, value, err }: SandboxMessage) => {
      if (cmd === ParentCommand.Progress) onProgress?.(value as RotaProgress);
      else if (cmd === ParentCommand.Completed) resolve(value as SolverOutcome);
      else if (cmd === ParentCommand.Failed || cmd === ParentCommand.Error)
        reject(new SolverFailure('crash', value ?? err));
    });
    child.on('error', (error) => reject(new SolverFailure('crash', error)));
    child.on('exit', (exitCode: number | null, signal: NodeJS.Signals | null) =>
      reject(failureOf(signal, exitCode)),
    );
  });
}

/** Rejects once the signal is aborted or the time is over. */
function broken(signal: AbortSignal, late: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (reason: 'cancelled' | 'time') => () => reject(new SolverFailure(reason));
    if (signal.aborted) stop('cancelled')();
    signal.addEventListener('abort', stop('cancelled'), { once: true });
    late.addEventListener('abort', stop('time'), { once: true });
  });
}

/**
 * Runs one search in a sandbox of BullMQ: a process of its own that ends with it, as WebAssembly never gives memory back
 * and a thread that solves hears nothing, so that only the end of its process stops it at once.
 * @throws RotaProblemError where the problem contradicts itself
 * @throws SolverFailure where there is no answer
 */
export async function runInProcess(task: SolverTask, options: ProcessOptions): Promise<RotaAnswer> {
  const { file, limit, signal, onProgress, onStart } = options;
  if (signal.aborted) throw new SolverFailure('cancelled');
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
  const outcome = outcomeOf(child, onProgress);
  outcome.catch(() => undefined);
  const stopped = broken(signal, AbortSignal.timeout(limit));
  stopped.catch(() => undefined);
  try {
    const ready = child.init().catch((error: unknown) => {
      throw new SolverFailure('crash', error);
    });
    await Promise.race([ready, outcome, stopped]);
    onStart?.(child.pid);
    await child.send(startMessage(task)).catch(() => undefined);
    const found = await Promise.race([outcome, stopped]);
    if (found.kind === 'answer') return found.answer;
    if (found.kind === 'memory') throw new SolverFailure('memory');
    throw new RotaProblemError(found.words);
  } finally {
    child.removeAllListeners();
    await child.kill('SIGKILL');
  }
}
