import { Problem } from '#platform';
import type { FieldError } from './form.js';

/**
 * What a use case refused, as errors of the form's controls, in the order of the page. What has no control here is about
 * the form as a whole.
 *
 * @param names the form's controls, in order; the boxes of a date by the date's own name or theirs
 * @throws whatever else the error was
 */
export function refusedFields(error: unknown, names: readonly string[]): readonly FieldError[] {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  const place = (field: string) =>
    names.findIndex((name) => name === field || name.startsWith(`${field}.`) || field.startsWith(`${name}.`));
  return error.fields
    .map(({ field, message }) => ({ field: place(field) < 0 ? '' : field, message }))
    .toSorted((a, b) => place(a.field) - place(b.field));
}
