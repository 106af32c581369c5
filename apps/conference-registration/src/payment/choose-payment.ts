import { Inject, Injectable } from '@nestjs/common';
import { lockPeopleForChanges } from '#people';
import { Transactions, valueOf, type Actor } from '#platform';
import { costOfBooking, type BookingDetails } from '../booking-page/booking-details.js';
import { mustBeFilledIn, named } from '../booking-page/filling-in.js';
import { ReadBooking } from '../booking-page/read-booking.js';
import { BookingHistory } from '../bookings/booking-history.js';
import type { BookingRow } from '../bookings/booking.entity.js';
import { FindBooking } from '../bookings/find-booking.js';
import { CLOCK, type Clock } from '../tokens.js';
import { checkPayment, type PaymentDetails, type PaymentInput } from './domain/payment-details.js';

/** Writes down how a booking will be paid, and to whom the invoice goes. */
@Injectable()
export class ChoosePayment {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly readBooking: ReadBooking,
    private readonly history: BookingHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @returns the booking as it is from now on
   * @throws Problem 404; 409 `already-confirmed`; 422 with every field that needs attention
   */
  async run(actor: Actor, key: string, input: PaymentInput): Promise<BookingDetails> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const booking = await this.findBooking.forChange(manager, actor, key);
      mustBeFilledIn(booking, this.clock());
      const details = await this.readBooking.of(booking, manager);
      const chosen = valueOf(checkPayment(input, costOfBooking(details).grossPence));
      if (isSame(booking, chosen)) return details;
      const change = { ...chosen, version: booking.version + 1 };
      await manager.query(
        'UPDATE bookings SET payment = $2, purchase_order = $3, bill_to = $4, version = $5 WHERE id = $1',
        [booking.id, change.payment, change.purchaseOrder, change.billTo, change.version],
      );
      await this.history.record(manager, {
        bookingId: booking.id,
        act: 'payment-chosen',
        details: { payment: chosen.payment, purchaseOrder: chosen.purchaseOrder },
        actor: named(actor, booking.bookerName),
      });
      return { ...details, booking: { ...booking, ...change } };
    });
  }
}

function isSame(booking: BookingRow, { payment, purchaseOrder, billTo }: PaymentDetails): boolean {
  const parts = (one: PaymentDetails['billTo']) => [one?.name, one?.address, one?.email].join('\n\n');
  return (
    booking.payment === payment &&
    booking.purchaseOrder === purchaseOrder &&
    parts(booking.billTo) === parts(billTo)
  );
}
