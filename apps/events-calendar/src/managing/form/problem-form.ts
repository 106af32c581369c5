import { Problem } from '#platform';
import { form, type FieldError, type Form, type SubmittedValues, textIn } from '#ui';
import { validateDetails, type ValidDetails } from '../../events/domain/details.js';
import { fieldErrorsOf } from './problem-fields.js';
import type { EventFormAnswer } from './read-event-form.js';

export type CheckedForm =
  { readonly ok: true; readonly valid: ValidDetails } | { readonly ok: false; readonly form: Form };

/** Checks what a form said by the rules of the calendar: what it comes to, or the form again with everything wrong. */
export function checkForm(
  answer: EventFormAnswer,
  values: SubmittedValues,
  names: readonly string[],
): CheckedForm {
  const checked = validateDetails(answer.input);
  if (checked.ok && answer.problems.length === 0) return { ok: true, valid: checked.value };
  const problems = checked.ok ? [] : checked.problems;
  const whenType = textIn(values, 'when.type');
  const errors = fieldErrorsOf([...answer.problems, ...problems], whenType, names);
  return { ok: false, form: form(values, errors) };
}

/** The errors of a form that a use case refused. @throws whatever else it was */
export function errorsOf(error: unknown, whenType: string, names: readonly string[]): readonly FieldError[] {
  if (error instanceof Problem && error.status === 422) return fieldErrorsOf(error.fields, whenType, names);
  throw error;
}
