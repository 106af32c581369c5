/** What kept a search from its end. */
export type FailureReason = 'crash' | 'memory' | 'time' | 'cancelled';

const words: Readonly<Record<FailureReason, string>> = {
  crash: 'The search for a rota ended unexpectedly. Try again; if it happens again, tell us when it was.',
  memory:
    'The search for a rota needed more memory than it may use. Try a smaller part: fewer days, or one stand at a time.',
  time: 'The search for a rota did not come to an end in its time. Give it more time, or try a smaller part.',
  cancelled: 'The search for a rota was stopped before it had ended.',
};

/** A search that came to nothing; its message is for whoever asked for the rota. */
export class SolverFailure extends Error {
  override readonly name = 'SolverFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, cause?: unknown) {
    super(words[reason], { cause });
    this.reason = reason;
  }
}
