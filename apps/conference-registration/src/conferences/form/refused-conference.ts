import { Problem, unprocessable } from '#platform';
import { refusedFields, type FieldError } from '#ui';
import { conferenceNames } from './conference-names.js';

/** Fields of the domain that have another control in the form. */
const controls: Readonly<Record<string, string>> = {
  days: 'firstDay',
  refundSteps: 'refundSteps.0.until',
  venue: 'venue.name',
  contact: 'contact.name',
};

/** What a use case refused of a conference, as errors of the form's controls. @throws whatever else the error was */
export function refusedConference(error: unknown): readonly FieldError[] {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  const fields = error.fields.map((problem) => ({
    ...problem,
    field: controls[problem.field] ?? problem.field,
  }));
  return refusedFields(unprocessable(fields), conferenceNames);
}
