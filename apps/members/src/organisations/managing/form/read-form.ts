import { accepted, type Checked } from '#checks';
import { Problem } from '#platform';
import { dateIn, optionalDateAnswer, textIn, type FieldError, type SubmittedValues } from '#ui';
import type { NewOrganisationInput } from '../../domain/create.js';
import type { DetailsInput } from '../../domain/details.js';

/** What the boxes of a date say, as an ISO date; problems are at the box that is wrong. */
export function readDate(values: SubmittedValues, name: string, what: string): Checked<string | null> {
  const read = optionalDateAnswer(what).safeParse(dateIn(values, name));
  if (read.success) return accepted(read.data?.toString() ?? null);
  return {
    ok: false,
    problems: read.error.issues.map(({ path, message }) => ({
      field: [name, ...path.map(String)].join('.'),
      code: 'date-unreadable',
      message: `${message}.`,
    })),
  };
}

/** What the form says of an organisation's record. */
export function readDetails(values: SubmittedValues): DetailsInput {
  return {
    name: textIn(values, 'name'),
    kind: textIn(values, 'kind'),
    joinedOn: readDate(values, 'joinedOn', 'the day it joined'),
    leftOn: readDate(values, 'leftOn', 'the day it leaves or left'),
    discount: {
      percent: textIn(values, 'discount.percent'),
      reason: textIn(values, 'discount.reason'),
      endsOn: readDate(values, 'discount.endsOn', 'the day the discount ends'),
    },
    billingAddress: textIn(values, 'billingAddress'),
    invoiceEmail: textIn(values, 'invoiceEmail'),
    purchaseOrderRequired: textIn(values, 'purchaseOrderRequired') === 'yes',
    accountableBodyReference: textIn(values, 'accountableBodyReference'),
    staffNotes: textIn(values, 'staffNotes'),
    domains: textIn(values, 'domains').split(/[\s,;]+/),
  };
}

/** What the form says of a new organisation. */
export function readNew(values: SubmittedValues): NewOrganisationInput {
  return {
    ...readDetails(values),
    category: textIn(values, 'category'),
    status: textIn(values, 'status'),
  };
}

/**
 * The errors of a form that a use case refused, in the order of the controls.
 *
 * @param names the form's controls; a problem of anything else is the form's as a whole
 * @throws whatever else it was
 */
export function errorsOf(error: unknown, names: readonly string[]): readonly FieldError[] {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  const place = (field: string) => names.findIndex((name) => name === field || name.startsWith(`${field}.`));
  return error.fields
    .map(({ field, message }) => ({
      field: place(field) < 0 ? '' : field,
      // The choices stand beside the problem.
      message: message.replace(/ Choose one of: .*$/s, ''),
    }))
    .toSorted((a, b) => place(a.field) - place(b.field));
}
