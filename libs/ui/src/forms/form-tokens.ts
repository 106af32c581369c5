import { randomUUID } from 'node:crypto';
import { textIn } from './pick-fields.js';
import type { SubmittedValues } from './submitted-values.js';

/** The token that a form was made with, sent as `once`, by which a second press of its button is known. */
export function readToken(values: SubmittedValues): string {
  const token = textIn(values, 'once');
  return /^[\w-]{16,64}$/.test(token) ? token : randomUUID();
}

/** The version that the person saw, sent as `version`; `null` when what was sent is no version at all. */
export function readVersion(values: SubmittedValues): number | null {
  const text = textIn(values, 'version');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
