import { Temporal } from 'temporal-polyfill';
import type { RefundStep } from '../../visits/domain/visit.js';

/**
 * What somebody need not pay who withdraws on a day, in per cent of the price: that of the first stated rule whose days are
 * still to come, counted from the visit’s first day on its own calendar. After the last one it is nothing.
 *
 * @param refunds as the visit states them, in any order
 * @param firstDay of the visit, ISO
 * @param today ISO, where the visit goes
 */
export function refundPercent(refunds: readonly RefundStep[], firstDay: string, today: string): number {
  const left = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(firstDay), {
    largestUnit: 'day',
  }).days;
  return (
    refunds
      .toSorted((one, other) => other.daysBefore - one.daysBefore)
      .find(({ daysBefore }) => left >= daysBefore)?.percent ?? 0
  );
}

/** What stays to be paid of a price, in whole pence; what is let off is rounded down, never up. */
export const stillCharged = (pricePence: number, percent: number): number =>
  pricePence - Math.floor((pricePence * percent) / 100);
