import type { RotaAnswer } from '../domain/answer.js';
import type { RotaProblem } from '../domain/problem.js';
import type { RotaProgress } from '../solver/search-watch.js';
import { usualMegabytes } from '../solver/solver-memory.js';
import { runInProcess } from './run-in-process.js';
import { SolverFailure } from './solver-failure.js';

/** Where searches run, and what they may take. */
export interface SolverPlace {
  /** The sandboxed processor. */
  readonly file: string;
  /** The process may take so much memory: when that is too little, the search ends with the best rota so far. */
  readonly megabytes: number;
  /** How much longer than the search its process may take, to start and to write down what was found. Milliseconds. */
  readonly grace: number;
}

export const usualPlace: SolverPlace = {
  file: new URL('./rota.worker.js', import.meta.url).href,
  megabytes: usualMegabytes,
  grace: 20_000,
};

/** How a search is run. */
export interface SearchOptions {
  /** The search ends after this, with the best rota so far. */
  readonly seconds: number;
  /** Ends the search at once, without an answer. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RotaProgress) => void;
}

/** Another search is running in this process of the service. */
export class SolverBusy extends Error {
  override readonly name = 'SolverBusy';
}

/** Searches for rotas, one at a time, each in a process of its own: two at once would take twice the memory and time. */
export class Solver {
  #pid: number | null = null;
  #running: Promise<unknown> | null = null;

  constructor(private readonly place: SolverPlace = usualPlace) {}

  /** The process that searches at the moment, for tests that end it. */
  get pid(): number | null {
    return this.#pid;
  }

  /**
   * Searches once nothing else does.
   * @throws RotaProblemError where the problem contradicts itself
   * @throws SolverFailure where there is no answer
   */
  async run(problem: RotaProblem, options: SearchOptions): Promise<RotaAnswer> {
    const { signal } = options;
    while (this.#running !== null && !signal.aborted) await Promise.race([this.#running, ended(signal)]);
    if (signal.aborted) throw new SolverFailure('cancelled');
    return this.#start(problem, options);
  }

  /**
   * Searches at once.
   * @throws SolverBusy where something else does
   * @throws RotaProblemError where the problem contradicts itself
   * @throws SolverFailure where there is no answer
   */
  async runNow(problem: RotaProblem, options: SearchOptions): Promise<RotaAnswer> {
    if (this.#running !== null) throw new SolverBusy();
    return this.#start(problem, options);
  }

  async #start(problem: RotaProblem, { seconds, signal, onProgress }: SearchOptions): Promise<RotaAnswer> {
    const { file, megabytes, grace } = this.place;
    const search = runInProcess(
      { problem, seconds, megabytes },
      {
        file,
        limit: seconds * 1000 + grace,
        signal,
        ...(onProgress && { onProgress }),
        onStart: (pid) => {
          this.#pid = pid;
        },
      },
    );
    this.#running = search.catch(() => undefined);
    try {
      return await search;
    } finally {
      this.#pid = null;
      this.#running = null;
    }
  }
}

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
