import { Injectable } from '@nestjs/common';
import { Problem } from '#platform';
import { SolverBusy, SolverContradiction, SolverFailure, type FailureReason } from '#solver';
import { checkRota, type RotaProblem } from '../index.js';
import { RotaSolver } from '../sandbox/rota-solver.js';
import { ProgramTurns } from './program-turns.js';
import type { RotaAnswerOutput } from './rota-answer.schema.js';

/** What a program wants. */
export interface AskedRota {
  readonly personId: string;
  readonly problem: RotaProblem;
  readonly seconds: number;
}

const statusOf: Readonly<Record<FailureReason, number>> = {
  crash: 503,
  memory: 413,
  time: 413,
  cancelled: 503,
};

/** The search for a rota failed; how, and what to do. */
const failed = ({ reason, message }: SolverFailure): Problem =>
  new Problem({
    status: statusOf[reason],
    code: `solver-${reason}`,
    title: 'No rota was found',
    detail: message,
  });

const busy = (): Problem =>
  new Problem({
    status: 503,
    code: 'busy',
    title: 'Another rota is being worked on',
    detail: 'One rota is worked on at a time. Try again in half a minute.',
  });

const contradiction = (words: string): Problem =>
  new Problem({ status: 422, code: 'contradiction', title: 'There is a problem', detail: words });

const noRota = { short: 0, fairness: 0, preference: 0, days: 0, change: 0 };

/** Allowed again after `seconds`. */
export class TooMuch extends Problem {
  constructor(readonly seconds: number) {
    super({
      status: 429,
      code: 'too-many-requests',
      title: 'Too much at once',
      detail: `You have had rotas worked on for ten of the last twenty minutes. Try again in ${seconds} seconds.`,
    });
  }
}

/** Solves a problem for a program, and keeps nothing of it. */
@Injectable()
export class SolveForProgram {
  constructor(
    private readonly solver: RotaSolver,
    private readonly turns: ProgramTurns,
  ) {}

  /**
   * @param signal ends the search: whoever asked is gone
   * @throws Problem 413 `solver-memory`, `solver-time`; 422 `contradiction`; 429; 503 `busy`, `solver-crash`
   */
  async run(asked: AskedRota, signal: AbortSignal): Promise<RotaAnswerOutput> {
    const turn = await this.turns.take(asked, () => this.#search(asked, signal));
    if ('done' in turn) return turn.done;
    throw turn.not === 'busy' ? busy() : new TooMuch(turn.not.wait);
  }

  async #search({ problem, seconds }: AskedRota, signal: AbortSignal): Promise<RotaAnswerOutput> {
    try {
      const answer = await this.solver.runNow(problem, { seconds, signal });
      if (answer.status === 'infeasible') return { ...answer, parts: noRota } as RotaAnswerOutput;
      // Once more, outside of the process that solved it.
      const { violations, parts } = checkRota(problem, answer.assignments);
      return { ...answer, parts, violations } as RotaAnswerOutput;
    } catch (error) {
      if (error instanceof SolverBusy) throw busy();
      if (error instanceof SolverContradiction) throw contradiction(error.message);
      if (error instanceof SolverFailure) throw failed(error);
      throw error;
    }
  }
}
