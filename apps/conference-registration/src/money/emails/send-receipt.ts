import { Inject, Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import { AskForMail } from '#messaging';
import { dateInWords } from '#ui';
import { SETTINGS } from '../../tokens.js';
import type { Customer } from '../domain/customer.js';
import { methodWords } from '../domain/payment.js';
import type { ReceivedPayment } from '../issue-receipt.js';
import type { IssuedDocument } from '../write-document.js';
import { receiptEmail } from './receipt.email.js';

export interface ReceiptToSend {
  readonly receipt: IssuedDocument;
  readonly payment: ReceivedPayment;
  readonly customer: Customer;
  readonly billTo: { readonly name: string };
  /** Where the customer's invoices go; `null`: nobody knows, so no mail is sent. */
  readonly email: string | null;
  readonly correlationId: string;
}

/** Mails a receipt to where the customer's invoices go, in the transaction that issues it. */
@Injectable()
export class SendReceipt {
  constructor(
    private readonly mails: AskForMail,
    @Inject(SETTINGS) private readonly settings: { readonly PUBLIC_URL: string },
  ) {}

  async run(
    manager: EntityManager,
    { receipt, payment, customer, billTo, email, correlationId }: ReceiptToSend,
  ): Promise<void> {
    if (email === null) return;
    const content = receiptEmail({
      label: receipt.label,
      customer: billTo.name,
      payment: {
        ...payment,
        on: dateInWords(Temporal.PlainDate.from(payment.on)),
        method: methodWords[payment.method],
      },
      url: customer.organisationId === null ? null : `${this.settings.PUBLIC_URL}/conference/bookings`,
      siteUrl: this.settings.PUBLIC_URL,
    });
    await this.mails.run(manager, {
      mailId: uuidv5('receipt', receipt.id),
      kind: 'bookings',
      reader: { personId: null, to: { name: billTo.name, address: email } },
      content,
      correlationId,
    });
  }
}
