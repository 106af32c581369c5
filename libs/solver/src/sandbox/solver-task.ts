/** What a solver's process is given: plain data. */
export interface SolverTask<Problem> {
  readonly problem: Problem;
  /** The search ends after this, with the best so far. */
  readonly seconds: number;
  /** The process may take so much memory; the search ends with the best so far when that is too little. */
  readonly megabytes: number;
}

/** What it says in the end: the answer; or, in words, how the problem contradicts itself; or that it had too little memory. */
export type SolverOutcome<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'contradiction'; readonly words: string }
  | { readonly kind: 'memory' };
