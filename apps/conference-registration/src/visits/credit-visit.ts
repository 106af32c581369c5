import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VisitCreditAsked } from '#contracts';
import { lockPeopleForChanges } from '#people';
import { byItself } from '#platform';
import { leftOf } from '../money/domain/credit.js';
import { InvoicedLines } from '../money/invoiced-lines.js';
import { IssueCreditNote } from '../money/issue-credit-note.js';
import type { IssuedDocument } from '../money/write-document.js';
import { spreadCredit } from './domain/spread-credit.js';
import { SendVisitDocuments } from './emails/send-visit-documents.js';
import { lockCharge } from './lock-charge.js';
import { TellVisitInvoices } from './tell-visit-invoices.js';
import { VisitCreditRow } from './visit-credit.entity.js';

/** Credits some of what was invoiced for a study visit, since `study-visits` asks for it: a traveller has withdrawn. */
@Injectable()
export class CreditVisit {
  constructor(
    private readonly invoiced: InvoicedLines,
    private readonly creditNotes: IssueCreditNote,
    private readonly mail: SendVisitDocuments,
    private readonly tell: TellVisitInvoices,
  ) {}

  /**
   * Asked for twice, it is credited once; never more than is left of the invoice, as staff may have credited some by hand.
   *
   * @returns none where it was credited before, or nothing is left
   * @throws Error in words for staff: where nothing was invoiced (yet), and for more than was
   */
  async run(
    manager: EntityManager,
    asked: VisitCreditAsked,
    correlationId: string,
  ): Promise<readonly IssuedDocument[]> {
    await lockPeopleForChanges(manager);
    const charge = await lockCharge(manager, asked.chargeId);
    if (charge === null) {
      throw new Error(
        `Nothing was invoiced for charge ${asked.chargeId} yet, so that nothing can be credited.`,
      );
    }
    if (!(await isNew(manager, asked, charge.netPence))) return [];
    const notes: IssuedDocument[] = [];
    for (const invoice of await this.invoiced.ofCharge(manager, charge.id)) {
      if (!invoice.lines.some((line) => leftOf(line).netPence > 0)) continue;
      notes.push(
        ...(await this.creditNotes.run(manager, {
          of: { invoiceId: invoice.id },
          percent: spreadCredit(invoice.lines, asked.netPence),
          reason: asked.reason,
          actor: { identity: byItself('Study visits'), requestId: correlationId },
        })),
      );
      await this.tell.ofCustomer(manager, invoice.customerId, correlationId);
    }
    await this.mail.run(manager, charge, { issued: notes, reason: asked.reason, correlationId });
    return notes;
  }
}

/**
 * Writes down that it was asked for, unless it was before.
 *
 * @param invoicedPence without VAT
 * @throws Error where it was, otherwise; and for more than was invoiced
 */
async function isNew(
  manager: EntityManager,
  { id, chargeId, netPence }: VisitCreditAsked,
  invoicedPence: number,
): Promise<boolean> {
  const before = await manager.findBy(VisitCreditRow, { chargeId });
  const same = before.find((credit) => credit.id === id);
  if (same !== undefined) {
    if (same.netPence === netPence) return false;
    throw new Error(
      `Credit ${id} was carried out before with ${same.netPence} pence, and is asked for now with ${netPence}.`,
    );
  }
  const soFar = before.reduce((sum, credit) => sum + credit.netPence, 0);
  if (soFar + netPence > invoicedPence) {
    throw new Error(
      `Credit ${id} of ${netPence} pence, after ${soFar} before, is more than the ${invoicedPence} pence that were invoiced for charge ${chargeId}. Nothing was credited.`,
    );
  }
  await manager.insert(VisitCreditRow, { id, chargeId, netPence });
  return true;
}
