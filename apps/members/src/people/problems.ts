import { conflict, notFound, unprocessable, type Problem } from '#platform';
import type { Checked } from './domain/checked.js';

/**
 * The value of a check that passed.
 *
 * @throws Problem 422 with every field that needs attention
 */
export function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw unprocessable(checked.problems);
}

/** 404: nobody has that id, or not any more. */
export const noSuchPerson = (): Problem =>
  notFound('There is nobody at this address. Their record may have been erased.');

/** 409: the record was changed since it was opened. */
export const changedMeanwhile = (): Problem =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this record after you opened it. Compare their change with yours, then save again.',
  );
