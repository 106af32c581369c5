import { unprocessable } from '#platform';
import { isSameOrder, namesAll } from './domain/order.js';

/**
 * A new order of all that there is.
 *
 * @returns `null` when it is the old one
 * @throws Problem 422 `order-incomplete`
 */
export function newOrder(before: readonly string[], after: readonly string[]): readonly string[] | null {
  if (!namesAll(before, after)) {
    const message =
      'Give all of them in their new order, each once. Something may have been added or deleted meanwhile.';
    throw unprocessable([{ field: 'ids', code: 'order-incomplete', message }]);
  }
  return isSameOrder(before, after) ? null : after;
}
