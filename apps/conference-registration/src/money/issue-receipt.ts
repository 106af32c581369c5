import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor } from '#platform';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { bookDay } from './day.js';
import type { Customer } from './domain/customer.js';
import { methodWords, type PaymentMethod } from './domain/payment.js';
import { sellerFrom, type SellerSettings } from './seller.js';
import { issuerOf, WriteDocument, type IssuedDocument } from './write-document.js';

/** A payment, and what became of it. */
export interface ReceivedPayment {
  readonly id: string;
  /** ISO date. */
  readonly on: string;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly pence: number;
  readonly settled: readonly {
    readonly label: string;
    readonly pence: number;
    /** Of the invoice, afterwards. */
    readonly outstandingPence: number;
  }[];
  readonly creditPence: number;
}

export interface WantedReceipt {
  readonly customer: Customer;
  readonly billTo: { readonly name: string; readonly address: string };
  readonly payment: ReceivedPayment;
  readonly actor: Actor;
}

/** Issues the receipt for a payment. Call it last in the transaction that records the payment. */
@Injectable()
export class IssueReceipt {
  constructor(
    private readonly write: WriteDocument,
    @Inject(SETTINGS) private readonly settings: SellerSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    { customer, billTo, payment, actor }: WantedReceipt,
  ): Promise<IssuedDocument> {
    const { id: paymentId, pence, method, settled, ...shown } = payment;
    const issuedAt = this.clock();
    return this.write.run(manager, {
      kind: 'receipt',
      customerId: customer.id,
      conferenceId: null,
      bookingId: null,
      visitChargeId: null,
      correctsId: null,
      paymentId,
      issuedOn: bookDay(issuedAt),
      dueOn: null,
      issuedAt,
      issuedBy: issuerOf(actor.identity),
      lines: [],
      totals: { netPence: pence, vatPence: 0, grossPence: pence },
      content: () => ({
        seller: sellerFrom(this.settings),
        billTo,
        purchaseOrder: null,
        about: null,
        corrects: null,
        reason: null,
        howToPay: null,
        payment: { ...shown, pence, method: methodWords[method], settled: [...settled] },
      }),
    });
  }
}
