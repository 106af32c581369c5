/** One thing that is wrong, or (as a warning) looks wrong, with one field. */
export interface FieldProblem<Code extends string = string> {
  /** Dotted path of the field: `title`, `when.start.date`; `''` where it is about the whole. */
  readonly field: string;
  /** Stable, kebab-case: programs may rely on it. */
  readonly code: Code;
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string;
}

/** What checking gives: the value, or everything that is wrong with it. */
export type Checked<T, Problem extends FieldProblem = FieldProblem> =
  { readonly ok: true; readonly value: T } | Refused<Problem>;

export interface Refused<Problem extends FieldProblem = FieldProblem> {
  readonly ok: false;
  readonly problems: readonly Problem[];
}

export const accepted = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refused = <Problem extends FieldProblem>(...problems: readonly Problem[]): Refused<Problem> => ({
  ok: false,
  problems,
});

/** One problem as a refusal. */
export const refuse = <Code extends string>(
  field: string,
  code: Code,
  message: string,
): Refused<FieldProblem<Code>> => refused({ field, code, message });

/** The problems of all the checks, in their order; empty when all passed. */
export function problemsOf<Problem extends FieldProblem>(
  ...checks: readonly Checked<unknown, Problem>[]
): readonly Problem[] {
  return checks.flatMap((check) => (check.ok ? [] : check.problems));
}
