import type { VNode } from 'preact';
import type { DatePart } from '../components/date-input.js';
import type { Form } from './form.js';
import { allValues, oneValue } from './submitted-values.js';

/** The id of the control of a name, and the start of the ids of a group's: `place.name` has `place-name`. */
export function fieldId(name: string): string {
  return name.replaceAll(/[^\w-]+/g, '-');
}

/**
 * What any one field takes from a form: `<Input label="Title" {...field(form, 'title')} />`, likewise Textarea,
 * Select, Radios, Checkboxes and FileUpload (which browsers never fill again). Each takes of it what it needs.
 */
export function field(shown: Form, name: string) {
  return {
    name,
    id: fieldId(name),
    idPrefix: fieldId(name),
    value: oneValue(shown.values, name),
    values: allValues(shown.values, name),
    errorMessage: messages(shown, [name]),
  };
}

export type DatePartName = 'day' | 'month' | 'year';
export const DATE_PARTS: readonly DatePartName[] = ['day', 'month', 'year'];

/**
 * What a DateInput takes from a form: boxes named `start.day`, `start.month` and `start.year`. An error of `start`
 * marks all of them, one of `start.year` that one.
 */
export function dateField(shown: Form, name: string, parts: readonly DatePartName[] = DATE_PARTS) {
  const names = parts.map((part) => `${name}.${part}`);
  return {
    id: fieldId(name),
    items: parts.map((part) => dateBox(shown, name, part)),
    errorMessage: messages(shown, [name, ...names]),
  };
}

function dateBox(shown: Form, date: string, part: DatePartName): DatePart {
  const name = `${date}.${part}`;
  return {
    name,
    id: fieldId(name),
    label: part.charAt(0).toUpperCase() + part.slice(1),
    value: oneValue(shown.values, name),
    classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    // Left open without an error of its own, so that an error of the whole date marks every box.
    error: shown.errors.some((error) => error.field === name) || undefined,
  };
}

function messages(shown: Form, names: readonly string[]): string | VNode | undefined {
  const [first, ...more] = shown.errors
    .filter((error) => names.includes(error.field))
    .map((error) => error.message);
  if (first === undefined || more.length === 0) return first;
  return (
    <>
      {first}
      {more.map((message) => (
        <>
          <br />
          {message}
        </>
      ))}
    </>
  );
}
