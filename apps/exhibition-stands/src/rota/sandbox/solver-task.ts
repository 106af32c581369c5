import type { RotaAnswer } from '../domain/answer.js';
import type { RotaProblem } from '../domain/problem.js';

/** What a solver's process is given: plain data. */
export interface SolverTask {
  readonly problem: RotaProblem;
  /** The search ends after this, with the best rota so far. */
  readonly seconds: number;
  /** The process gives up when it takes more than this. */
  readonly megabytes: number;
}

/** What it says in the end: the answer; or, in words, in what the problem contradicts itself; or what it ran out of. */
export type SolverOutcome =
  | { readonly kind: 'answer'; readonly answer: RotaAnswer }
  | { readonly kind: 'contradiction'; readonly words: string }
  | { readonly kind: 'memory' };
