import type { Temporal } from 'temporal-polyfill';
import type { RefundStep } from '../../conferences/domain/conference.js';
import { creditLines, leftOf, type HowMuch, type InvoicedLine } from '../../money/domain/credit.js';
import { totalOf, type Amounts } from '../../money/domain/vat.js';

/**
 * What is paid back on a day of what was invoiced, in per cent: of the first step that has not ended. After the last one
 * nothing is.
 *
 * @param steps in order of their days
 * @param on the day that it is where the conference is
 */
export function refundPercent(steps: readonly RefundStep[], on: Temporal.PlainDate): number {
  const today = on.toString();
  return steps.find(({ until }) => today <= until)?.percent ?? 0;
}

/** One place that is given up, and what becomes of its price. */
export interface RefundLine {
  readonly placeId: string;
  /** What was invoiced for it and not credited since. */
  readonly invoiced: Amounts;
  /** What is credited now. */
  readonly back: Amounts;
}

/** What becomes of the price of places that are given up. */
export interface Refund {
  /** In the order of the places. */
  readonly lines: readonly RefundLine[];
  readonly invoiced: Amounts;
  readonly back: Amounts;
}

/**
 * Works out what is credited for places, line by line as the credit notes will have it.
 *
 * @param placeIds a place that was free, or is on no invoice, has nothing to be credited
 * @param invoiced every line of an invoice that is about one of them
 * @param howMuch of what was invoiced; more than is left of a line is never credited
 */
export function workOutRefund(
  placeIds: readonly string[],
  invoiced: readonly InvoicedLine[],
  howMuch: HowMuch,
): Refund {
  const lines = placeIds.map((placeId): RefundLine => {
    const own = invoiced.filter((line) => line.placeId === placeId);
    return { placeId, invoiced: totalOf(own.map(leftOf)), back: totalOf(creditLines(own, howMuch)) };
  });
  return {
    lines,
    invoiced: totalOf(lines.map((line) => line.invoiced)),
    back: totalOf(lines.map((line) => line.back)),
  };
}
