import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { conflict, Transactions, valueOf, type Actor } from '#platform';
import { leftOf } from '../money/domain/credit.js';
import { InvoicedLines, type InvoiceWithLines } from '../money/invoiced-lines.js';
import { checkOrder, type PurchaseOrderInput } from '../money/purchase-orders/enter-purchase-order.js';
import { ReissueInvoice } from '../money/reissue-invoice.js';
import { billingDocument } from '../documents/billing-document.js';
import { SendVisitDocuments } from './emails/send-visit-documents.js';
import { FindVisitCharge } from './find-visit-charge.js';
import { TellVisitInvoices } from './tell-visit-invoices.js';
import { VisitChargeRow } from './visit-charge.entity.js';

/** What came of it. */
export interface EnteredVisitOrder {
  readonly purchaseOrder: string;
  /** The number of the invoice that took another's place; `null`: none did. */
  readonly issuedAgain: string | null;
}

/** Enters the purchase order for a place on a study visit, and has the invoice issued again with it where that is wanted. */
@Injectable()
export class EnterVisitOrder {
  constructor(
    private readonly transactions: Transactions,
    private readonly charges: FindVisitCharge,
    private readonly invoiced: InvoicedLines,
    private readonly reissue: ReissueInvoice,
    private readonly mail: SendVisitDocuments,
    private readonly tell: TellVisitInvoices,
  ) {}

  /**
   * Doing it twice does it once.
   *
   * @throws Problem 404; 409 `nothing-left` where all of it was credited; 422
   */
  run(actor: Actor, key: string, input: PurchaseOrderInput): Promise<EnteredVisitOrder> {
    return this.transactions.run(async (manager) => {
      await lockPeopleForChanges(manager);
      const found = await this.charges.forChange(manager, actor, key);
      const invoice = await this.open(manager, found.id);
      if (invoice === null) throw nothingLeft();
      const purchaseOrder = valueOf(checkOrder(input.purchaseOrder));
      await manager.update(VisitChargeRow, { id: found.id }, { purchaseOrder });
      const charge = { ...found, purchaseOrder };
      const isOn = billingDocument.parse(invoice.content).purchaseOrder === purchaseOrder;
      const issuedAgain =
        input.isIssuedAgain && !isOn ? await this.issueAgain(manager, actor, charge, invoice) : null;
      return { purchaseOrder, issuedAgain };
    });
  }

  /** The invoice of which something is left, if that lacks the number; for the form. `null`: none does. */
  async other(manager: EntityManager, charge: VisitChargeRow): Promise<InvoiceWithLines | null> {
    const invoice = await this.open(manager, charge.id);
    if (invoice === null) return null;
    const { purchaseOrder } = billingDocument.parse(invoice.content);
    return charge.purchaseOrder === null || purchaseOrder !== charge.purchaseOrder ? invoice : null;
  }

  private async open(manager: EntityManager, chargeId: string): Promise<InvoiceWithLines | null> {
    const invoices = await this.invoiced.ofCharge(manager, chargeId);
    return invoices.find(({ lines }) => lines.some((line) => leftOf(line).netPence > 0)) ?? null;
  }

  private async issueAgain(
    manager: EntityManager,
    actor: Actor,
    charge: VisitChargeRow,
    { id: invoiceId, customerId }: InvoiceWithLines,
  ): Promise<string> {
    const reason = `Issued again with purchase order ${charge.purchaseOrder}`;
    const billed = { of: 'visit', charge } as const;
    const { creditNote, invoice } = await this.reissue.run(manager, { billed, invoiceId, reason, actor });
    await this.tell.ofCustomer(manager, customerId, actor.requestId);
    const correlationId = actor.requestId;
    await this.mail.run(manager, charge, { issued: [invoice, creditNote], reason, correlationId });
    return invoice.label;
  }
}

const nothingLeft = () =>
  conflict('nothing-left', 'All of this was credited, so there is nothing that needs a purchase order.');
