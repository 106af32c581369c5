import type { FieldProblem } from '#checks';
import type { Answers, Step } from './application.js';

/** What is looked at to say whether an application can be submitted. */
export interface Filled {
  readonly organisationName: string | null;
  readonly jobTitle: string | null;
  readonly answers: Answers;
}

/** Those that have to be done; access needs and a reference may be left out. */
export type NeededStep = Exclude<Step, 'access' | 'reference'>;

const asked: readonly (readonly [NeededStep, (filled: Filled) => boolean, string])[] = [
  [
    'about',
    ({ organisationName, jobTitle }) => organisationName !== null && jobTitle !== null,
    'Say which organisation you are with and what you do there.',
  ],
  ['why', ({ answers }) => answers.why !== undefined, 'Say why you want to come.'],
  ['bringBack', ({ answers }) => answers.bringBack !== undefined, 'Say what you will bring back.'],
  ['supporter', ({ answers }) => answers.supporter !== undefined, 'Say who supports you.'],
];

/** What is still to do, in the order of the task list; empty when it can be submitted. */
export const stillMissing = (filled: Filled): readonly (FieldProblem & { readonly field: NeededStep })[] =>
  asked.flatMap(([field, isDone, message]) => (isDone(filled) ? [] : [{ field, code: 'missing', message }]));
