import { z } from 'zod';
import { fieldErrors } from './field-errors.js';
import { form, type Form } from './form.js';
import { nestedValues } from './nested-values.js';
import { submittedValues } from './submitted-values.js';

/** A form that was sent: what the schema made of it, or the form to show again with its errors. */
export type ReadForm<Data> =
  | { readonly ok: true; readonly data: Data; readonly form: Form }
  | { readonly ok: false; readonly form: Form };

/**
 * Reads a request's body by a schema. The schema says what is wrong in words for the reader; where it does not, they
 * are asked to check the answer. Names with dots are read as nested objects (see `nestedValues`). Errors come in the
 * order of the schema's fields, which therefore should be the page's.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): ReadForm<z.output<Schema>> {
  const values = submittedValues(body);
  const result = schema.safeParse(nestedValues(values), { error: fallbackMessage });
  if (result.success) return { ok: true, data: result.data, form: form(values) };
  return { ok: false, form: form(values, fieldErrors(result.error, values, fieldOrder(schema))) };
}

/**
 * The values of a group of checkboxes or a multiple select: a browser sends one as a string, several as a list and
 * none as nothing at all.
 */
export function manyOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
    z.array(item),
  );
}

function fallbackMessage({ input }: { readonly input?: unknown }): string {
  return input === undefined || input === '' ? 'Answer this question' : 'Check this answer';
}

function fieldOrder(schema: z.core.$ZodType): readonly string[] {
  if (schema instanceof z.ZodPipe) return fieldOrder(schema.in);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
