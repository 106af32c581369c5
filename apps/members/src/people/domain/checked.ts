import type { z } from 'zod';

/** One thing that is wrong with one field. */
export interface FieldProblem {
  /** The field's name; `''` where it is about the record as a whole. */
  readonly field: string;
  /** Stable, kebab-case: programs may rely on it. */
  readonly code: string;
  /** A sentence for people: what is wrong and what to do. */
  readonly message: string;
}

/** What a rule gives: the value, or everything that is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

export const accepted = <T>(value: T): Checked<T> => ({ ok: true, value });

export const refused = (field: string, code: string, message: string): Checked<never> => ({
  ok: false,
  problems: [{ field, code, message }],
});

const codes: Readonly<Record<string, string>> = {
  too_small: 'missing',
  invalid_type: 'missing',
  too_big: 'too-long',
  invalid_value: 'unknown-choice',
};

/** Checks what was given by a schema whose messages are sentences for people. */
export function check<Schema extends z.ZodType>(schema: Schema, given: unknown): Checked<z.output<Schema>> {
  const read = schema.safeParse(given);
  if (read.success) return accepted(read.data);
  return {
    ok: false,
    problems: read.error.issues.map((issue) => ({
      field: issue.path.map(String).join('.'),
      code: codeOf(issue),
      message: issue.message,
    })),
  };
}

function codeOf(issue: z.core.$ZodIssue): string {
  const own: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return typeof own === 'string' ? own : (codes[issue.code] ?? 'not-accepted');
}

/** The next rule on what the one before gave; its refusal where it gave none. */
export function then<A, B>(checked: Checked<A>, next: (value: A) => Checked<B>): Checked<B> {
  return checked.ok ? next(checked.value) : checked;
}
