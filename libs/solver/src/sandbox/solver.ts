import type { SearchProgress } from '../highs/search-watch.js';
import { runInProcess } from './run-in-process.js';
import { SolverFailure, type FailureWords } from './solver-failure.js';

/** Where searches run, and what they may take. */
export interface SolverPlace {
  /** The sandboxed processor. */
  readonly file: string;
  /** The process may take so much memory: when that is too little, the search ends with the best so far. */
  readonly megabytes: number;
  /** How much longer than the search its process may take, to start and to write down what was found. Milliseconds. */
  readonly grace: number;
  /** How what keeps a search from its end is told. */
  readonly words: FailureWords;
}

/** How a search is run. */
export interface SearchOptions {
  /** The search ends after this, with the best so far. */
  readonly seconds: number;
  /** Ends the search at once, without an answer. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** Another search is running in this process of the service. */
export class SolverBusy extends Error {
  override readonly name = 'SolverBusy';
}

/** Searches, one at a time, each in a process of its own: two at once would take twice the memory and time. */
export class Solver<Problem, Answer> {
  #pid: number | null = null;
  #running: Promise<unknown> | null = null;

  constructor(private readonly place: SolverPlace) {}

  /** The process that searches at the moment, for tests that end it. */
  get pid(): number | null {
    return this.#pid;
  }

  /**
   * Searches once nothing else does.
   * @throws SolverContradiction where the problem contradicts itself
   * @throws SolverFailure where there is no answer
   */
  async run(problem: Problem, options: SearchOptions): Promise<Answer> {
    const { signal } = options;
    while (this.#running !== null && !signal.aborted) await Promise.race([this.#running, ended(signal)]);
    if (signal.aborted) throw new SolverFailure('cancelled', this.place.words);
    return this.#start(problem, options);
  }

  /**
   * Searches at once.
   * @throws SolverBusy where something else does
   * @throws SolverContradiction where the problem contradicts itself
   * @throws SolverFailure where there is no answer
   */
  async runNow(problem: Problem, options: SearchOptions): Promise<Answer> {
    if (this.#running !== null) throw new SolverBusy();
    return this.#start(problem, options);
  }

  async #start(problem: Problem, { seconds, signal, onProgress }: SearchOptions): Promise<Answer> {
    const { file, megabytes, grace, words } = this.place;
    const search = runInProcess<Problem, Answer>(
      { problem, seconds, megabytes },
      {
        file,
        limit: seconds * 1000 + grace,
        signal,
        words,
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
