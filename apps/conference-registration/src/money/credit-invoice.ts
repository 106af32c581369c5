import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accepted, problemsOf, refuse } from '#checks';
import { lockPeopleForChanges } from '#people';
import { conflict, notFound, Transactions, unprocessable, type Actor } from '#platform';
import { BookingHistory } from '../bookings/booking-history.js';
import { SendVisitDocuments } from '../visits/emails/send-visit-documents.js';
import { lockCharge } from '../visits/lock-charge.js';
import { TellVisitInvoices } from '../visits/tell-visit-invoices.js';
import type { VisitChargeRow } from '../visits/visit-charge.entity.js';
import { checkPercent } from './domain/check-credit.js';
import { checkReason } from './domain/check-payment.js';
import { SendIssued } from './emails/send-issued.js';
import { IssueCreditNote } from './issue-credit-note.js';
import type { IssuedDocument } from './write-document.js';

/** What staff want to be credited. */
export interface CreditInput {
  readonly invoiceId: string;
  /** Numbers of lines; `null`: all of them. */
  readonly lines: readonly number[] | null;
  /** As typed, or as a number. */
  readonly percent: string | number;
  readonly reason: string;
}

/** Issues a credit note because staff say so, and tells whoever has the invoice: what is booked stays booked. */
@Injectable()
export class CreditInvoice {
  constructor(
    private readonly transactions: Transactions,
    private readonly creditNotes: IssueCreditNote,
    private readonly history: BookingHistory,
    private readonly sendIssued: SendIssued,
    private readonly sendForVisit: SendVisitDocuments,
    private readonly tellVisits: TellVisitInvoices,
  ) {}

  /** @throws as {@link add} */
  run(actor: Actor, input: CreditInput): Promise<IssuedDocument> {
    return this.transactions.run((manager) => this.add(manager, actor, input));
  }

  /**
   * Within the caller's transaction.
   *
   * @throws Problem 404 for an invoice that is none; 409 `nothing-left` where all of it was credited; 422
   */
  async add(manager: EntityManager, actor: Actor, input: CreditInput): Promise<IssuedDocument> {
    await lockPeopleForChanges(manager);
    const { percent, reason } = check(input);
    // The booking first, as everywhere: whoever changes it locks the customer after it.
    const [booking] = await manager.query<{ id: string }[]>(
      `SELECT b.id FROM documents d JOIN bookings b ON b.id = d.booking_id
       WHERE d.id = $1 AND d.series = 'invoice' FOR UPDATE OF b`,
      [input.invoiceId],
    );
    const charge = booking === undefined ? await this.chargeOf(manager, input.invoiceId) : null;
    if (booking === undefined && charge === null) throw notFound('There is no such invoice.');
    const of = { invoiceId: input.invoiceId, ...(input.lines !== null && { lines: input.lines }) };
    const [note] = await this.creditNotes.run(manager, { of, percent, reason, actor });
    if (note === undefined) throw conflict('nothing-left', 'All of that has been credited already.');
    const correlationId = actor.requestId;
    if (booking !== undefined) {
      const details = { creditNote: note.label, pence: note.grossPence, reason };
      await this.history.record(manager, { bookingId: booking.id, act: 'credited', details, actor });
      await this.sendIssued.run(manager, booking.id, {
        creditNote: note,
        invoice: null,
        reason,
        correlationId,
      });
    }
    if (charge !== null) {
      await this.tellVisits.ofCustomer(manager, note.customerId, correlationId);
      await this.sendForVisit.run(manager, charge, { issued: [note], reason, correlationId });
    }
    return note;
  }

  /** What an invoice for a study visit is for, locked; `null`: it is none. */
  private async chargeOf(manager: EntityManager, invoiceId: string): Promise<VisitChargeRow | null> {
    const [document] = await manager.query<{ id: string }[]>(
      `SELECT visit_charge_id AS id FROM documents
       WHERE id = $1 AND series = 'invoice' AND visit_charge_id IS NOT NULL`,
      [invoiceId],
    );
    return document === undefined ? null : lockCharge(manager, document.id);
  }
}

/** @throws Problem 422 with every field that needs attention */
function check({ lines, percent, reason }: CreditInput): {
  readonly percent: number;
  readonly reason: string;
} {
  const ticked =
    lines?.length === 0 ? refuse('lines', 'missing', 'Tick what is to be credited.') : accepted(lines);
  const share = checkPercent(percent);
  const why = checkReason(reason, 'Say why it is credited. It stands on the credit note.');
  if (!ticked.ok || !share.ok || !why.ok) throw unprocessable(problemsOf(ticked, share, why));
  return { percent: share.value, reason: why.value };
}
