import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, notFound, type Actor } from '#platform';
import { billingDocument } from '../documents/billing-document.js';
import { CLOCK, type Clock } from '../tokens.js';
import { CustomerAccount } from './customer-account.js';
import { bookDay } from './day.js';
import { creditLines, type HowMuch } from './domain/credit.js';
import { settle } from './domain/settling.js';
import { InvoicedLines, type InvoiceWithLines } from './invoiced-lines.js';
import { issuerOf, WriteDocument, type IssuedDocument } from './write-document.js';

export interface WantedCredit {
  /** An invoice, or some lines of it; or what was invoiced for these places, on however many invoices. */
  readonly of:
    | { readonly invoiceId: string; readonly lines?: readonly number[] }
    | { readonly placeIds: readonly string[] };
  /** Of what was invoiced. Never more is credited than is left. */
  readonly percent: HowMuch;
  /** Why; it stands on the credit note. */
  readonly reason: string;
  readonly actor: Actor;
}

/**
 * Issues credit notes. Each first settles the invoice that it is for; what is left over is the customer's credit. Call it last
 * in a transaction that has locked the booking.
 */
@Injectable()
export class IssueCreditNote {
  constructor(
    private readonly invoiced: InvoicedLines,
    private readonly account: CustomerAccount,
    private readonly write: WriteDocument,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns one for each invoice concerned; none where there is nothing (more) to credit
   * @throws Problem 404 for an invoice that is none
   */
  async run(
    manager: EntityManager,
    { of, percent, reason, actor }: WantedCredit,
  ): Promise<readonly IssuedDocument[]> {
    const customerId = await this.lockCustomer(manager, of);
    if (customerId === null) return [];
    const notes: IssuedDocument[] = [];
    for (const invoice of await this.find(manager, of)) {
      const note = await this.credit(manager, invoice, { percent, reason, actor });
      if (note !== null) notes.push(note);
    }
    return notes;
  }

  private async find(manager: EntityManager, of: WantedCredit['of']): Promise<readonly InvoiceWithLines[]> {
    if ('placeIds' in of) return this.invoiced.ofPlaces(manager, of.placeIds);
    const invoice = await this.invoiced.ofInvoice(manager, of.invoiceId);
    if (invoice === null) return [];
    return [{ ...invoice, lines: invoice.lines.filter(({ line }) => of.lines?.includes(line) ?? true) }];
  }

  /** What is left of an invoice is only known while nobody else credits it. */
  private async lockCustomer(manager: EntityManager, of: WantedCredit['of']): Promise<string | null> {
    const [invoice] = await this.find(manager, of);
    if (invoice === undefined) {
      if ('invoiceId' in of) throw notFound('There is no such invoice.');
      return null;
    }
    await this.account.lock(manager, invoice.customerId);
    return invoice.customerId;
  }

  private async credit(
    manager: EntityManager,
    invoice: InvoiceWithLines,
    { percent, reason, actor }: Pick<WantedCredit, 'percent' | 'reason' | 'actor'>,
  ): Promise<IssuedDocument | null> {
    const lines = creditLines(invoice.lines, percent);
    if (lines.length === 0) return null;
    const { seller, billTo, purchaseOrder, about } = billingDocument.parse(invoice.content);
    const issuedAt = this.clock();
    const note = await this.write.run(manager, {
      kind: 'credit-note',
      customerId: invoice.customerId,
      conferenceId: invoice.conferenceId,
      bookingId: invoice.bookingId,
      visitChargeId: invoice.visitChargeId,
      correctsId: invoice.id,
      paymentId: null,
      issuedOn: bookDay(issuedAt),
      dueOn: null,
      issuedAt,
      issuedBy: issuerOf(actor.identity),
      lines,
      content: () => ({
        seller,
        billTo,
        purchaseOrder,
        about,
        corrects: { label: invoice.label, issuedOn: invoice.issuedOn },
        reason,
        howToPay: null,
        payment: null,
      }),
    });
    const { invoices } = await this.account.read(manager, invoice.customerId);
    const source = { kind: 'credit-note', id: note.id, leftPence: note.grossPence } as const;
    const own = invoices.filter(({ id }) => id === invoice.id);
    await this.account.settle(manager, invoice.customerId, settle([source], own), dateOf(issuedAt));
    return note;
  }
}
