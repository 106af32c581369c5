import { conflict } from '#platform';
import { moneyInWords } from '#ui';
import type { BookingDetails } from '../booking-page/booking-details.js';
import { wrongNumbers } from '../booking-page/still-missing.js';
import type { Amounts } from '../money/domain/vat.js';

/** What a change costs: what is taken is invoiced, what is given up is credited. */
export interface ChangeCost {
  readonly invoiced: Amounts;
  readonly credited: Amounts;
}

/** The same with VAT, in pence, as the person saw it. */
export interface ExpectedCost {
  readonly invoicePence: number;
  readonly creditPence: number;
}

/** Staff go over a limit, and say why; it is recorded. */
export interface Override {
  readonly reason: string;
}

/** @throws Problem 409 `price-changed` */
export function mustCost({ invoiced, credited }: ChangeCost, expected: ExpectedCost | null): void {
  if (expected === null) return;
  if (expected.invoicePence === invoiced.grossPence && expected.creditPence === credited.grossPence) return;
  throw conflict(
    'price-changed',
    `What it costs has changed since you saw it, so nothing is changed: ${moneyInWords(invoiced.grossPence)} would be invoiced and ${moneyInWords(credited.grossPence)} credited, VAT included. Look at it, and do it if it is right.`,
  );
}

/** @throws Problem 409 `wrong-number` where a booking has more or fewer of a ticket than it may, and had not before */
export function mustHaveRightNumbers(before: BookingDetails, after: BookingDetails): void {
  const known = new Set(wrongNumbers(before).map(({ message }) => message));
  const wrong = wrongNumbers(after).find(({ message }) => !known.has(message));
  if (wrong !== undefined) throw conflict('wrong-number', wrong.message);
}
