import type { SubmittedValues } from './submitted-values.js';

/** What is wrong with one field, and what to do about it: "Enter the event's title". */
export interface FieldError {
  /** The control's name; `''` for an error of the form as a whole. */
  readonly field: string;
  readonly message: string;
}

/** A form as a page shows it: what is in the controls and what is wrong with it. */
export interface Form {
  readonly values: SubmittedValues;
  /** In the order of the controls on the page; one for a field. */
  readonly errors: readonly FieldError[];
}

/**
 * The form a page shows: blank, filled from what there is already, or as it was sent, with its errors.
 * A field keeps the first of its errors: putting that right may be all there is to do.
 */
export function form(values: SubmittedValues = {}, errors: readonly FieldError[] = []): Form {
  const named = new Set<string>();
  const kept = errors.filter(({ field }) => {
    if (named.has(field)) return false;
    if (field !== '') named.add(field);
    return true;
  });
  return { values, errors: kept };
}

/** The same form with further errors, such as those that only the rules of the domain can find. */
export function withErrors(sent: Form, errors: readonly FieldError[]): Form {
  return form(sent.values, [...sent.errors, ...errors]);
}
