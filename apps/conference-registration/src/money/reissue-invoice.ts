import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, dateOf, notFound, type Actor } from '#platform';
import { billingDocument } from '../documents/billing-document.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { CustomerAccount } from './customer-account.js';
import { bookDay } from './day.js';
import { dueOn } from './domain/ageing.js';
import type { Billed } from './domain/bill-to.js';
import { linesIssuedAgain } from './domain/credit.js';
import { settle } from './domain/settling.js';
import { totalOf } from './domain/vat.js';
import { aboutBooking, invoiceContent, type InvoiceAbout } from './invoice-content.js';
import { InvoicedLines, type InvoiceWithLines } from './invoiced-lines.js';
import { IssueCreditNote } from './issue-credit-note.js';
import type { SellerSettings } from './seller.js';
import { issuerOf, WriteDocument, type IssuedDocument } from './write-document.js';

export interface WantedReissue {
  /** As it is now: its purchase order and whom to bill stand on the new invoice. */
  readonly billed: Billed;
  readonly invoiceId: string;
  /** Why; it stands on the credit note: "Issued again with your purchase order 4500012345". */
  readonly reason: string;
  readonly actor: Actor;
}

/** The invoice that takes another's place, and the credit note that undoes that one. */
export interface Reissued {
  readonly creditNote: IssuedDocument;
  readonly invoice: IssuedDocument;
}

/**
 * Issues an invoice again, since one that was issued never changes: a credit note over all that is left of it, and a new one
 * over the same. What was paid of the old one counts for the new one. The caller has locked what it is for.
 */
@Injectable()
export class ReissueInvoice {
  constructor(
    private readonly invoiced: InvoicedLines,
    private readonly creditNotes: IssueCreditNote,
    private readonly account: CustomerAccount,
    private readonly write: WriteDocument,
    @Inject(SETTINGS) private readonly settings: SellerSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an invoice of something else; 409 `nothing-left` where all of it was credited */
  async run(manager: EntityManager, { billed, invoiceId, reason, actor }: WantedReissue): Promise<Reissued> {
    const found = await this.invoiced.ofInvoice(manager, invoiceId);
    if (found === null || !isFor(found, billed)) throw notFound('There is no such invoice.');
    const customer = await this.account.lock(manager, found.customerId);
    const invoice = await this.invoiced.ofInvoice(manager, invoiceId);
    const lines = invoice === null ? [] : linesIssuedAgain(invoice.lines);
    if (invoice === null || totalOf(lines).netPence === 0) {
      throw conflict(
        'nothing-left',
        `All of ${found.label} was credited, so there is nothing to issue again.`,
      );
    }
    const [creditNote] = await this.creditNotes.run(manager, {
      of: { invoiceId },
      percent: 100,
      reason,
      actor,
    });
    if (creditNote === undefined) throw new Error(`nothing was credited of ${found.label}`);
    const about = aboutNow(invoice, billed);
    const bill = billed.of === 'booking' ? billed.booking : billed.charge;
    const issuedAt = this.clock();
    const issuedOn = bookDay(issuedAt);
    const again = await this.write.run(manager, {
      kind: 'invoice',
      customerId: customer.id,
      conferenceId: invoice.conferenceId,
      bookingId: invoice.bookingId,
      visitChargeId: invoice.visitChargeId,
      correctsId: null,
      paymentId: null,
      issuedOn,
      dueOn: await this.due(manager, billed, invoice, issuedOn),
      issuedAt,
      issuedBy: issuerOf(actor.identity),
      lines,
      content: (label) =>
        invoiceContent(this.settings, {
          customer,
          billTo: bill.billTo,
          purchaseOrder: bill.purchaseOrder,
          about,
          label,
        }),
    });
    await this.moveCredit(manager, customer.id, creditNote, again, dateOf(issuedAt));
    return { creditNote, invoice: again };
  }

  /** As long as the conference gives; for a visit on the day that was stated, if that is to come. */
  private async due(
    manager: EntityManager,
    billed: Billed,
    { dueOn: stated }: InvoiceWithLines,
    issuedOn: string,
  ): Promise<string> {
    if (billed.of === 'visit') return stated > issuedOn ? stated : issuedOn;
    const [conference] = await manager.query<{ days: number }[]>(
      'SELECT payment_days AS days FROM conferences WHERE id = $1',
      [billed.booking.conferenceId],
    );
    return dueOn(issuedOn, conference?.days ?? 0);
  }

  /** What of the credit note was not needed for the old invoice, since that was paid, pays the new one. */
  private async moveCredit(
    manager: EntityManager,
    customerId: string,
    creditNote: IssuedDocument,
    invoice: IssuedDocument,
    at: Date,
  ): Promise<void> {
    const { invoices, credits } = await this.account.read(manager, customerId);
    const parts = settle(
      credits.filter(({ id }) => id === creditNote.id),
      invoices.filter(({ id }) => id === invoice.id),
    );
    await this.account.settle(manager, customerId, parts, at);
  }
}

const isFor = ({ bookingId, visitChargeId }: InvoiceWithLines, billed: Billed): boolean =>
  billed.of === 'booking' ? bookingId === billed.booking.id : visitChargeId === billed.charge.id;

/** What it is about, with who stands for the booking now. */
function aboutNow({ label, content }: InvoiceWithLines, billed: Billed): InvoiceAbout {
  const { about } = billingDocument.parse(content);
  if (about === null) throw new Error(`${label} says nothing of what was booked`);
  if (billed.of === 'visit' || 'visit' in about) return about;
  const { conference: title, firstDay, lastDay } = about;
  return aboutBooking(billed.booking, { title, firstDay, lastDay });
}
