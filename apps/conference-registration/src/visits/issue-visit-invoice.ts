import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VisitInvoiceAsked } from '#contracts';
import { erasedName, FindOrganisation, idNow, type Organisation } from '#people';
import { dateOf } from '#platform';
import { CustomerOf } from '../money/customer-of.js';
import { bookDay } from '../money/day.js';
import { invoiceLines } from '../money/domain/lines.js';
import { totalOf } from '../money/domain/vat.js';
import { invoiceContent } from '../money/invoice-content.js';
import type { SellerSettings } from '../money/seller.js';
import { WriteDocument, type IssuedDocument } from '../money/write-document.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { SendVisitDocuments } from './emails/send-visit-documents.js';
import { TellVisitInvoices } from './tell-visit-invoices.js';
import { VisitChargeRow } from './visit-charge.entity.js';
import { VisitLinks } from './visit-links.js';

/**
 * Issues the invoice for what somebody is to pay for a study visit. Locks are taken in the order of all that moves money:
 * people, the charge, the customer, the series of numbers.
 */
@Injectable()
export class IssueVisitInvoice {
  constructor(
    private readonly organisations: FindOrganisation,
    private readonly customers: CustomerOf,
    private readonly write: WriteDocument,
    private readonly links: VisitLinks,
    private readonly mail: SendVisitDocuments,
    private readonly tell: TellVisitInvoices,
    @Inject(SETTINGS) private readonly settings: SellerSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked for twice, it is issued once.
   *
   * @returns `null` where it was issued before
   * @throws Error in words for staff, as the request then rests where they see it: for a customer that nobody has told of,
   *   and for a charge that was asked for otherwise before
   */
  async run(
    manager: EntityManager,
    asked: VisitInvoiceAsked,
    correlationId: string,
  ): Promise<IssuedDocument | null> {
    const charge = await this.chargeOf(manager, asked);
    if (!(await isNew(manager, charge))) return null;
    const customer = await this.customers.ofVisit(manager, {
      organisationId: charge.organisationId,
      travellerId: charge.travellerId,
      name: charge.organisationId === null ? asked.billTo.name : charge.organisationName,
    });
    const issuedAt = this.clock();
    const issuedOn = bookDay(issuedAt);
    const invoice = await this.write.run(manager, {
      kind: 'invoice',
      customerId: customer.id,
      conferenceId: null,
      bookingId: null,
      visitChargeId: charge.id,
      correctsId: null,
      paymentId: null,
      issuedOn,
      dueOn: asked.dueOn > issuedOn ? asked.dueOn : issuedOn,
      issuedAt,
      issuedBy: 'booker',
      lines: invoiceLines(asked.lines.map((line) => ({ ...line, placeId: null }))),
      content: (label) =>
        invoiceContent(this.settings, {
          customer,
          billTo: charge.billTo,
          purchaseOrder: charge.purchaseOrder,
          about: {
            visit: charge.visitTitle,
            firstDay: charge.firstDay,
            lastDay: charge.lastDay,
            traveller: charge.travellerName,
          },
          label,
        }),
    });
    await this.tell.ofCustomer(manager, customer.id, correlationId);
    await this.mail.run(manager, charge, { issued: [invoice], reason: null, correlationId });
    return invoice;
  }

  private async chargeOf(manager: EntityManager, asked: VisitInvoiceAsked): Promise<VisitChargeRow> {
    const { chargeId: id, visit, traveller, contact, billTo } = asked;
    const contactId = await idNow(manager, contact.personId);
    const travellerId = await idNow(manager, traveller.personId);
    const isErased = (before: string | null, now: string | null) => before !== null && now === null;
    const isContactErased = isErased(contact.personId, contactId);
    const organisation = await this.organisation(manager, asked);
    return {
      id,
      visitId: visit.id,
      visitTitle: visit.title,
      visitPath: visit.path,
      firstDay: visit.firstDay,
      lastDay: visit.lastDay,
      travellerId: traveller.id,
      travellerPersonId: travellerId,
      travellerName: isErased(traveller.personId, travellerId) ? erasedName : traveller.name,
      kind: asked.kind,
      netPence: totalOf(invoiceLines(asked.lines.map((line) => ({ ...line, placeId: null })))).netPence,
      organisationId: asked.organisationId,
      organisationName: organisation?.name ?? '',
      contactPersonId: contactId,
      contactName: isContactErased ? erasedName : contact.name,
      contactEmail: isContactErased ? '' : contact.email,
      billTo: {
        name: billTo.name,
        address: billTo.address === '' ? (organisation?.billingAddress ?? '') : billTo.address,
        email: billTo.email,
      },
      purchaseOrder: asked.purchaseOrder,
      purchaseOrderRequired: organisation?.purchaseOrderRequired ?? false,
      ordersAsked: 0,
      orderAskedAt: null,
      secretHash: this.links.hashOf(id),
      askedAt: dateOf(this.clock()),
      told: null,
      version: 0,
    };
  }

  private async organisation(
    manager: EntityManager,
    { organisationId, chargeId }: VisitInvoiceAsked,
  ): Promise<Organisation | null> {
    if (organisationId === null) return null;
    const organisation = await this.organisations.byId(organisationId, manager);
    if (organisation === null) {
      throw new Error(
        `The customer is unknown: members has not told of organisation ${organisationId}. Nothing was invoiced for charge ${chargeId}.`,
      );
    }
    return organisation;
  }
}

/** Writes the charge down, unless it was before. @throws Error where it was, with another amount or another customer */
async function isNew(manager: EntityManager, charge: VisitChargeRow): Promise<boolean> {
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(VisitChargeRow)
    .values(charge)
    .orIgnore()
    .returning('id')
    .execute();
  if ((raw as unknown[]).length > 0) return true;
  const before = await manager.findOneByOrFail(VisitChargeRow, { id: charge.id });
  if (before.netPence !== charge.netPence || before.organisationId !== charge.organisationId) {
    throw new Error(
      `Charge ${charge.id} was invoiced before with ${before.netPence} pence, and is asked for now with ${charge.netPence} or for another customer. Nothing more was invoiced.`,
    );
  }
  return false;
}
