import { Inject, Injectable } from '@nestjs/common';
import { Transactions, type Log } from '#platform';
import { SolverContradiction, SolverFailure, type SearchProgress } from '#solver';
import { LOG } from '../../tokens.js';
import type { RotaAnswer } from '../index.js';
import { RotaSolver } from '../sandbox/rota-solver.js';
import { attemptsAtMost, failures, type ClaimedFill } from './fill.js';
import { FilledDraft } from './filled-draft.js';
import { FillsRepository } from './fills.repository.js';

/** How often it is said how far a fill is, and seen whether it is still wanted, in milliseconds. */
const beat = 1000;

/** `later`: somebody else is at it, or it was given back. */
export type FillOutcome = 'over' | 'later';

/** Searches for the rota of one fill and writes it to the draft. */
@Injectable()
export class RunFill {
  constructor(
    private readonly fills: FillsRepository,
    private readonly solver: RotaSolver,
    private readonly draft: FilledDraft,
    private readonly transactions: Transactions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * @param stopping when the service stops: the fill is given back then
   * @throws Error when the database does not take how it ended; it is taken up again then
   */
  async run(fillId: string, stopping: AbortSignal): Promise<FillOutcome> {
    const claim = await this.fills.claim(fillId);
    if (claim === 'busy') return 'later';
    if (claim === 'over') return 'over';
    if (claim.attempt > attemptsAtMost) {
      await this.fills.fail(claim, failures.diedTwice);
      return 'over';
    }
    const answer = await this.#search(claim, stopping).catch((error: unknown) =>
      this.#failed(claim, error, stopping),
    );
    if (answer === 'over' || answer === 'later') return answer;
    await this.#write(claim, answer);
    return 'over';
  }

  async #search(claim: ClaimedFill, stopping: AbortSignal): Promise<RotaAnswer> {
    const unwanted = new AbortController();
    let progress: SearchProgress | null = null;
    const beating = setInterval(() => {
      this.fills.seen(claim, progress).then(
        (isGood) => isGood || unwanted.abort(),
        () => undefined,
      );
    }, beat);
    try {
      return await this.solver.run(claim.problem, {
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

  async #failed(claim: ClaimedFill, error: unknown, stopping: AbortSignal): Promise<FillOutcome> {
    if (error instanceof SolverFailure && error.reason === 'cancelled') {
      if (!stopping.aborted) return 'over';
      await this.fills.release(claim);
      return 'later';
    }
    const isKnown = error instanceof SolverFailure || error instanceof SolverContradiction;
    this.log.error({ err: error, fillId: claim.id }, 'the rota could not be filled');
    await this.fills.fail(claim, isKnown ? `${error.message} The draft is as it was.` : failures.notWritten);
    return 'over';
  }

  /** The draft and the fill's status in one transaction: there is never one without the other. */
  async #write(claim: ClaimedFill, answer: RotaAnswer): Promise<void> {
    try {
      await this.transactions.run(async (manager) => {
        await manager.query('SELECT lock_exhibition($1)', [claim.exhibitionId]);
        const isWanted = await this.fills.finish(manager, claim, answer);
        if (isWanted && answer.status !== 'infeasible') await this.draft.write(manager, claim, answer);
      });
    } catch (error) {
      this.log.error({ err: error, fillId: claim.id }, 'the rota that was found could not be written');
      await this.fills.fail(claim, failures.notWritten);
    }
  }
}
