import type { Share } from '../../money/domain/credit.js';

/**
 * What is credited of a ticket that is exchanged for another: what the other one costs in full, so that a place is not paid
 * twice, and of the rest as much as the refund rules say.
 *
 * @param givenUp net pence of the old ticket
 * @param taken net pence of the new one
 * @param percent of the refund rules on the day
 */
export function exchangeShare(givenUp: number, taken: number, percent: number): Share {
  if (givenUp <= taken || givenUp === 0) return { part: 1, whole: 1 };
  return { part: taken * 100 + (givenUp - taken) * percent, whole: givenUp * 100 };
}
