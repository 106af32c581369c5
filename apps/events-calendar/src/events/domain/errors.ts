import * as checks from '#checks';

export { accepted } from '#checks';

/** Every code that the calendar's rules give; stable, so that API clients may act on them. */
export const problemCodes = [
  // when
  'date-missing',
  'date-incomplete',
  'date-unreadable',
  'date-does-not-exist',
  'year-out-of-range',
  'time-missing',
  'time-unreadable',
  'time-needs-am-or-pm',
  'time-does-not-exist',
  'time-ambiguous',
  'zone-missing',
  'zone-unknown',
  'end-missing',
  'end-before-start',
  'end-equals-start',
  'end-of-another-kind',
  'too-long-for-times',
  'when-unreadable',
  // details
  'missing',
  'too-long',
  'too-many',
  'unprintable-character',
  'unknown-choice',
  'not-a-web-address',
  'not-an-email-address',
  'not-a-slug',
  'coordinate-incomplete',
  'coordinate-out-of-range',
  'joining-shown-too-widely',
  'joining-board-unknown',
  'board-missing',
  'board-not-expected',
  // recurrence
  'rule-unreadable',
  'rule-part-unsupported',
  'rule-parts-conflict',
  'rule-has-no-end',
  'rule-too-long',
  'rule-too-many',
  'rule-misses-start',
  'rule-needs-a-date',
  'occurrence-unknown',
  'occurrence-doubled',
  'occurrence-of-another-kind',
  'last-occurrence',
  'not-recurring',
  // status
  'move-not-allowed',
  'reason-missing',
  'replaced-by-itself',
  'ref-unreadable',
  'not-deletable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** The parts of a date that have an input each. */
export type DatePart = 'day' | 'month' | 'year';

/** One thing that is wrong, or (as a warning) looks wrong, with one field: `title`, `place.coordinates`, `recurrence.rule`. */
export interface FieldProblem extends checks.FieldProblem<ProblemCode> {
  /** Which inputs of a date to mark, when not all of them. */
  readonly parts?: readonly DatePart[];
}

export type Problems = readonly FieldProblem[];

/** What checking gives: the value, or everything that is wrong with it. */
export type Checked<T> = checks.Checked<T, FieldProblem>;

export const refused = checks.refused<FieldProblem>;

/** The problems of all the checks, in their order; empty when all passed. */
export const problemsOf = checks.problemsOf<FieldProblem>;

/** One problem as a refusal. */
export const refuse = (field: string, code: ProblemCode, message: string, parts?: readonly DatePart[]) =>
  refused(parts ? { field, code, message, parts } : { field, code, message });

/** A refused value as an exception, for callers that can only throw. `code`, `field` and `message` are the first problem's. */
export class EventProblem extends Error {
  override readonly name = 'EventProblem';
  readonly code: ProblemCode;
  readonly field: string;

  constructor(readonly problems: readonly [FieldProblem, ...FieldProblem[]]) {
    super(problems[0].message);
    this.code = problems[0].code;
    this.field = problems[0].field;
  }
}

/**
 * The value of a check that passed.
 * @throws {EventProblem} with all its problems when it did not.
 */
export function orThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  const [first, ...rest] = checked.problems;
  if (!first) throw new Error('A value was refused without saying why.');
  throw new EventProblem([first, ...rest]);
}
