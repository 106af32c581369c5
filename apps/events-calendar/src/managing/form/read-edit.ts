import { submittedValues, type SubmittedValues, pickFields, readVersion } from '#ui';
import type { EditTarget } from '../edit-target.js';
import { eventFieldNames, occurrenceFieldNames } from './field-names.js';
import { readAction, type FormAction } from './form-steps.js';
import { checkForm, type CheckedForm } from './problem-form.js';
import { readEventForm, readOccurrenceForm, type EventFormAnswer } from './read-event-form.js';

/** An edit as its form was sent. */
export interface SentEdit {
  readonly action: FormAction;
  /** The version that the person saw. */
  readonly version: number;
  /** The form's controls, in the order of the page. */
  readonly names: readonly string[];
  readonly values: SubmittedValues;
  readonly answer: EventFormAnswer;
  readonly checked: CheckedForm;
}

/** Reads the form for what is edited: all of an event, or what one date of it may have of its own. */
export function readEdit(body: unknown, target: EditTarget): SentEdit {
  const sent = submittedValues(body);
  const isOneDate = target.scope === 'this';
  const names = isOneDate ? occurrenceFieldNames : eventFieldNames;
  const values = pickFields(sent, names);
  const read = isOneDate ? readOccurrenceForm : readEventForm;
  const answer = read(values, target.details);
  const checked = checkForm(answer, values, names);
  return { action: readAction(sent), version: readVersion(sent) ?? 0, names, values, answer, checked };
}
