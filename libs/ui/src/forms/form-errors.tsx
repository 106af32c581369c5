import { ErrorSummary } from '../components/error-summary.js';
import { DATE_PARTS, fieldId } from './field.js';
import type { FieldError, Form } from './form.js';

/** The form's errors at the top of the page, each a link to its control; nothing if there are none. */
export function FormErrors({ form }: { readonly form: Form }) {
  if (form.errors.length === 0) return null;
  return (
    <ErrorSummary
      titleText="There is a problem"
      errorList={form.errors.map((error) => ({ text: error.message, href: hrefOf(error, form) }))}
    />
  );
}

/**
 * Where an error's link leads: to its control. A date as a whole has no control of its own; its error leads to the
 * first of its boxes, which a browser always sends, even empty.
 */
function hrefOf({ field }: FieldError, { values }: Form): string | undefined {
  if (field === '') return undefined;
  const part = Object.hasOwn(values, field)
    ? undefined
    : DATE_PARTS.find((name) => Object.hasOwn(values, `${field}.${name}`));
  return `#${fieldId(part ? `${field}.${part}` : field)}`;
}
