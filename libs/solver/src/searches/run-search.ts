import type { EntityManager } from 'typeorm';
import type { Log, Transactions } from '#platform';
import type { SearchProgress } from '../highs/search-watch.js';
import { SolverContradiction, SolverFailure } from '../sandbox/solver-failure.js';
import type { Solver } from '../sandbox/solver.js';
import type { SearchRows } from './search-rows.js';
import { attemptsAtMost, type ClaimedSearch, type SearchAnswer } from './search.js';

/** How often it is said how far a fill is, and seen whether it is still wanted, in milliseconds. */
const beat = 1000;

/** `later`: somebody else is at it, or it was given back. */
export type SearchOutcome = 'over' | 'later';

/** What a search that comes to nothing says besides what the solver says. */
export interface SearchWords {
  /** What stays as it was, a sentence that is added to what went wrong. */
  readonly unchanged: string;
  /** The service died of it, or while at it, twice. */
  readonly diedTwice: string;
  /** It found something that could not be written down. */
  readonly notWritten: string;
}

export interface RunSearchParts<Owner extends string, Problem, Answer extends SearchAnswer> {
  readonly rows: SearchRows<Owner, Problem, Answer>;
  readonly solver: Solver<Problem, Answer>;
  readonly transactions: Transactions;
  readonly log: Log;
  readonly words: SearchWords;
  /** Locks what the search is for, before its end is written. */
  lock(manager: EntityManager, claim: ClaimedSearch<Owner, Problem>): Promise<unknown>;
  /** Writes down what was found, in the transaction in which the search comes to its end. */
  write(manager: EntityManager, claim: ClaimedSearch<Owner, Problem>, answer: Answer): Promise<void>;
}

/** Runs one search and writes down what it finds. */
export class RunSearch<Owner extends string, Problem, Answer extends SearchAnswer> {
  constructor(private readonly parts: RunSearchParts<Owner, Problem, Answer>) {}

  /**
   * @param stopping when the service stops: the search is given back then
   * @throws Error when the database does not take how it ended; it is taken up again then
   */
  async run(id: string, stopping: AbortSignal): Promise<SearchOutcome> {
    const claim = await this.parts.rows.claim(id);
    if (claim === 'busy') return 'later';
    if (claim === 'over') return 'over';
    if (claim.attempt > attemptsAtMost) {
      await this.parts.rows.fail(claim, this.parts.words.diedTwice);
      return 'over';
    }
    const answer = await this.#search(claim, stopping).catch((error: unknown) =>
      this.#failed(claim, error, stopping),
    );
    if (answer === 'over' || answer === 'later') return answer;
    await this.#write(claim, answer);
    return 'over';
  }

  async #search(claim: ClaimedSearch<Owner, Problem>, stopping: AbortSignal): Promise<Answer> {
    const unwanted = new AbortController();
    let progress: SearchProgress | null = null;
    const beating = setInterval(() => {
      this.parts.rows.seen(claim, progress).then(
        (isGood) => isGood || unwanted.abort(),
        () => undefined,
      );
    }, beat);
    try {
      return await this.parts.solver.run(claim.problem, {
        seconds: claim.seconds,
        signal: AbortSignal.any([stopping, unwanted.signal]),
        onProgress: (now) => {
          progress = now;
        },
      });
    } finally {
      clearInterval(beating);
    }
  }

  async #failed(
    claim: ClaimedSearch<Owner, Problem>,
    error: unknown,
    stopping: AbortSignal,
  ): Promise<SearchOutcome> {
    if (error instanceof SolverFailure && error.reason === 'cancelled') {
      if (!stopping.aborted) return 'over';
      await this.parts.rows.release(claim);
      return 'later';
    }
    const isKnown = error instanceof SolverFailure || error instanceof SolverContradiction;
    this.parts.log.error({ err: error, searchId: claim.id }, 'a search came to nothing');
    await this.parts.rows.fail(
      claim,
      isKnown ? `${error.message} ${this.parts.words.unchanged}` : this.parts.words.notWritten,
    );
    return 'over';
  }

  /** What was found and the search's status in one transaction: there is never one without the other. */
  async #write(claim: ClaimedSearch<Owner, Problem>, answer: Answer): Promise<void> {
    try {
      await this.parts.transactions.run(async (manager) => {
        await this.parts.lock(manager, claim);
        const isWanted = await this.parts.rows.finish(manager, claim, answer);
        if (isWanted && answer.status !== 'infeasible') await this.parts.write(manager, claim, answer);
      });
    } catch (error) {
      this.parts.log.error({ err: error, searchId: claim.id }, 'what a search found could not be written');
      await this.parts.rows.fail(claim, this.parts.words.notWritten);
    }
  }
}
