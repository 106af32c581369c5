/** What kept a search from its end. */
export type FailureReason = 'crash' | 'memory' | 'time' | 'cancelled';

/** How each failure is told to whoever asked: what was searched for, and what to do. */
export type FailureWords = Readonly<Record<FailureReason, string>>;

/** A search that came to nothing; its message is for whoever asked for it. */
export class SolverFailure extends Error {
  override readonly name = 'SolverFailure';

  constructor(
    readonly reason: FailureReason,
    words: FailureWords,
    cause?: unknown,
  ) {
    super(words[reason], { cause });
  }
}

/** A problem that contradicts itself; how is the message. */
export class SolverContradiction extends Error {
  override readonly name = 'SolverContradiction';
}
