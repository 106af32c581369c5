import { textIn, type SubmittedValues } from '#ui';

/** What the button that was pressed asks for. `confirm` saves whatever there was a warning of. */
const formActions = ['save', 'preview', 'change', 'confirm'] as const;
export type FormAction = (typeof formActions)[number];

/** The button that was pressed; a form sent with the Enter key is to be saved. */
export function readAction(values: SubmittedValues): FormAction {
  return formActions.find((action) => action === textIn(values, 'action')) ?? 'save';
}
