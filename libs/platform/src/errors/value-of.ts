import type { Checked } from '#checks';
import { unprocessable } from './problem.js';

/**
 * The value of a check that passed.
 *
 * @throws Problem 422 with every field that needs attention
 */
export function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw unprocessable(checked.problems);
}
