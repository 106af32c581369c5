import { Problem } from '#platform';
import type { FieldError } from '#ui';

/**
 * What a use case refused, as errors of the form's controls. What has no control here is about the form as a whole.
 *
 * @param names the form's controls
 * @throws whatever else the error was
 */
export function errorsOf(error: unknown, names: readonly string[]): readonly FieldError[] {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  return error.fields.map(({ field, message }) => ({ field: names.includes(field) ? field : '', message }));
}
