import type { RotaAnswer } from '../domain/answer.js';
import type { RotaProblem } from '../domain/problem.js';

/** What a solver's process is given: plain data. */
export interface SolverTask {
  readonly problem: RotaProblem;
  /** The search ends after this, with the best rota so far. */
  readonly seconds: number;
  /** The process may take so much memory; the search ends with the best rota so far when that is too little. */
  readonly megabytes: number;
}

/** What it says in the end: the answer; or, in words, how the problem contradicts itself; or that it had too little memory. */
export type SolverOutcome =
  | { readonly kind: 'answer'; readonly answer: RotaAnswer }
  | { readonly kind: 'contradiction'; readonly words: string }
  | { readonly kind: 'memory' };
