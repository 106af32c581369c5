import { conflict, type Problem } from '#platform';
import { listInWords } from '#ui';
import type { DraftStep } from './domain/step.js';

/** 409: somebody else did something to the same people or shifts after the person had looked. */
export function changedMeanwhile(steps: readonly DraftStep[]): Problem {
  const names = [...new Set(steps.map(({ personName }) => personName).filter((name) => name !== ''))];
  const who = names.length === 0 ? 'The rota was changed' : `${listInWords(names)} changed the rota`;
  return conflict(
    'edited-meanwhile',
    `${who} after you looked, for the same people or the same shift. What you see now is as it is; if you still want your change, make it again.`,
  );
}

/** 409: the shift has begun and people were told of it. */
export const shiftBegun = (): Problem =>
  conflict(
    'shift-begun',
    'That shift has begun, so the rota of it stays as it is. Say on the page of the day who came.',
  );

/** 409: the shift or the person is not there any more. */
export const goneMeanwhile = (): Problem =>
  conflict(
    'gone-meanwhile',
    'That shift or that person is not there any more. Look at the rota as it is now.',
  );
