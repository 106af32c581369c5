import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { conflict, Transactions, valueOf, type Actor } from '#platform';
import { named } from '../../booking-page/filling-in.js';
import { BookingHistory } from '../../bookings/booking-history.js';
import { BookingRow } from '../../bookings/booking.entity.js';
import { FindBooking } from '../../bookings/find-booking.js';
import { checkText } from '#checks';
import { SendIssued } from '../emails/send-issued.js';
import { ReissueInvoice } from '../reissue-invoice.js';
import { FindOtherOrders } from './find-other-orders.js';

export interface PurchaseOrderInput {
  readonly purchaseOrder: string;
  /** Whether invoices without this number are issued again with it. */
  readonly isIssuedAgain: boolean;
}

/** What came of it. */
export interface EnteredPurchaseOrder {
  readonly booking: BookingRow;
  /** Labels of the invoices that take the place of others. */
  readonly issuedAgain: readonly string[];
}

/** Enters or changes the purchase order of a booking, and has its invoices issued again with it where that is wanted. */
@Injectable()
export class EnterPurchaseOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly findBooking: FindBooking,
    private readonly history: BookingHistory,
    private readonly otherOrders: FindOtherOrders,
    private readonly reissue: ReissueInvoice,
    private readonly sendIssued: SendIssued,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @throws Problem 404; 409 `not-confirmed` while the booking is being filled in, where the number is asked for with the
   *   payment, and once it is cancelled; 422
   */
  run(actor: Actor, key: string, input: PurchaseOrderInput): Promise<EnteredPurchaseOrder> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const found = await this.findBooking.forChange(manager, actor, key);
      mustBeBooked(found);
      const purchaseOrder = valueOf(checkOrder(input.purchaseOrder));
      const who = named(actor, found.bookerName);
      const booking = await this.enter(manager, who, found, purchaseOrder);
      const issuedAgain = input.isIssuedAgain
        ? await this.issueAgain(manager, who, booking, purchaseOrder)
        : [];
      return { booking, issuedAgain };
    });
  }

  private async enter(
    manager: EntityManager,
    actor: Actor,
    booking: BookingRow,
    purchaseOrder: string,
  ): Promise<BookingRow> {
    if (booking.purchaseOrder === purchaseOrder) return booking;
    const change = { purchaseOrder, version: booking.version + 1 };
    await manager.update(BookingRow, { id: booking.id }, change);
    const details = { before: booking.purchaseOrder, after: purchaseOrder };
    await this.history.record(manager, {
      bookingId: booking.id,
      act: 'purchase-order-entered',
      details,
      actor,
    });
    return { ...booking, ...change };
  }

  private async issueAgain(
    manager: EntityManager,
    actor: Actor,
    booking: BookingRow,
    purchaseOrder: string,
  ): Promise<readonly string[]> {
    const labels: string[] = [];
    for (const { id, label } of await this.otherOrders.of(manager, booking.id, purchaseOrder)) {
      const reason = `Issued again with purchase order ${purchaseOrder}`;
      const { invoice, creditNote } = await this.reissue.run(manager, {
        billed: { of: 'booking', booking },
        invoiceId: id,
        reason,
        actor,
      });
      const details = { before: label, creditNote: creditNote.label, after: invoice.label };
      await this.history.record(manager, {
        bookingId: booking.id,
        act: 'invoice-issued-again',
        details,
        actor,
      });
      const correlationId = actor.requestId;
      await this.sendIssued.run(manager, booking.id, { creditNote, invoice, reason, correlationId });
      labels.push(invoice.label);
    }
    return labels;
  }
}

/** @throws Problem 409 */
export function mustBeBooked({ status }: Pick<BookingRow, 'status'>): void {
  if (status === 'confirmed' || status === 'applied') return;
  throw conflict(
    'not-confirmed',
    status === 'cancelled'
      ? 'This booking is cancelled, so it needs no purchase order.'
      : 'Enter the purchase order with the payment, before the booking is confirmed.',
  );
}

/** The number of a purchase order, as it is typed. */
export const checkOrder = (given: string) =>
  checkText(given, 'purchaseOrder', {
    longest: 60,
    missing: { code: 'missing', message: 'Enter the purchase order’s number.' },
  });
