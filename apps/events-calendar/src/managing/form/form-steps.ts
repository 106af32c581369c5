import { randomUUID } from 'node:crypto';
import type { SubmittedValues } from '#ui';
import { textIn } from './field-names.js';

/** What the button that was pressed asks for. `confirm` saves whatever there was a warning of. */
const formActions = ['save', 'preview', 'change', 'confirm'] as const;
export type FormAction = (typeof formActions)[number];

/** The button that was pressed; a form sent with the Enter key is to be saved. */
export function readAction(values: SubmittedValues): FormAction {
  return formActions.find((action) => action === textIn(values, 'action')) ?? 'save';
}

/** The token that a form was made with; see {@link RunOnce}. */
export function readToken(values: SubmittedValues): string {
  const token = textIn(values, 'once');
  return /^[\w-]{16,64}$/.test(token) ? token : randomUUID();
}

/** The version that the person saw; `null` when what was sent is no version at all. */
export function readVersion(values: SubmittedValues): number | null {
  const text = textIn(values, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
