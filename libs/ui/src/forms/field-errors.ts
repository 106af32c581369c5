import type { z } from 'zod';
import type { FieldError } from './form.js';
import type { SubmittedValues } from './submitted-values.js';

/**
 * The errors of a schema as those of a form's fields, with the schema's own messages. A path becomes a dotted name:
 * `['place', 'name']` is `place.name`. Where a part of what one control sent is wrong (`['tags', 0]`), the error is
 * that control's. An error without a path is the form's as a whole.
 *
 * @param order names of fields in the order of the page, by which the errors are sorted.
 */
export function fieldErrors(
  error: z.ZodError,
  values: SubmittedValues,
  order: readonly string[] = [],
): readonly FieldError[] {
  return error.issues
    .map(({ path, message }) => ({ field: controlOf(path.map(String), values), message }))
    .toSorted((a, b) => place(a.field, order) - place(b.field, order));
}

function controlOf(path: readonly string[], values: SubmittedValues): string {
  const ancestors = path.map((_, index) => path.slice(0, path.length - index).join('.'));
  return ancestors.find((name) => Object.hasOwn(values, name)) ?? path.join('.');
}

/** Fields that the order does not name come last, in the order in which the schema found them. */
function place(field: string, order: readonly string[]): number {
  const found = order.findIndex((name) => field === name || field.startsWith(`${name}.`));
  return found < 0 ? order.length : found;
}
