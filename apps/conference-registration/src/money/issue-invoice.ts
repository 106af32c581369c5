import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, type Actor } from '#platform';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { CustomerOf } from './customer-of.js';
import { bookDay } from './day.js';
import { dueOn } from './domain/ageing.js';
import type { BilledBooking } from './domain/bill-to.js';
import { invoiceLines, type SoldItem } from './domain/lines.js';
import { aboutBooking, invoiceContent, type BilledConference } from './invoice-content.js';
import type { SellerSettings } from './seller.js';
import { issuerOf, WriteDocument, type IssuedDocument } from './write-document.js';

export interface WantedInvoice {
  readonly booking: BilledBooking;
  /** What it is for: places of this booking that are on no invoice yet. */
  readonly placeIds: readonly string[];
  readonly actor: Actor;
}

/** What has just been sold with a booking, of which nothing can be on an invoice yet. */
export interface FirstInvoice {
  readonly booking: BilledBooking;
  readonly conference: InvoicedConference;
  /** In the order in which the invoice is to show them. */
  readonly items: readonly SoldItem[];
  readonly actor: Actor;
}

type InvoicedConference = BilledConference & { readonly paymentDays: number };

interface SoldPlace extends SoldItem {
  readonly isInvoiced: boolean;
  readonly conference: InvoicedConference;
}

/**
 * Issues the invoice for places of a booking. Call it last in a transaction that has locked the booking: from here on the
 * customer and the series of numbers are locked too.
 */
@Injectable()
export class IssueInvoice {
  constructor(
    private readonly customers: CustomerOf,
    private readonly write: WriteDocument,
    @Inject(SETTINGS) private readonly settings: SellerSettings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns `null` where there is nothing to pay
   * @throws Problem 409 `invoiced-already` for a place that is on an invoice
   */
  async run(
    manager: EntityManager,
    { booking, placeIds, actor }: WantedInvoice,
  ): Promise<IssuedDocument | null> {
    const places = await this.sold(manager, booking.id, placeIds);
    if (places.length !== new Set(placeIds).size)
      throw new Error(`booking ${booking.id} lacks some of the places`);
    if (places.some(({ isInvoiced }) => isInvoiced)) {
      throw conflict(
        'invoiced-already',
        'Some of these places are on an invoice already. Load the page again.',
      );
    }
    const [first] = places;
    return first === undefined
      ? null
      : this.first(manager, { booking, conference: first.conference, items: places, actor });
  }

  /** The same where the caller has them in hand. */
  async first(
    manager: EntityManager,
    { booking, conference, items, actor }: FirstInvoice,
  ): Promise<IssuedDocument | null> {
    if (items.every(({ netPence }) => netPence === 0)) return null;
    const customer = await this.customers.run(manager, booking);
    const issuedAt = this.clock();
    const issuedOn = bookDay(issuedAt);
    return this.write.run(manager, {
      kind: 'invoice',
      customerId: customer.id,
      conferenceId: booking.conferenceId,
      bookingId: booking.id,
      visitChargeId: null,
      correctsId: null,
      paymentId: null,
      issuedOn,
      dueOn: dueOn(issuedOn, conference.paymentDays),
      issuedAt,
      issuedBy: issuerOf(actor.identity),
      lines: invoiceLines(items),
      content: (label) =>
        invoiceContent(this.settings, {
          customer,
          billTo: booking.billTo,
          purchaseOrder: booking.purchaseOrder,
          about: aboutBooking(booking, conference),
          label,
        }),
    });
  }

  /** Places as they are sold, in the order of the delegates. */
  private sold(manager: EntityManager, bookingId: string, placeIds: readonly string[]): Promise<SoldPlace[]> {
    return manager.query(
      `SELECT p.id AS "placeId", p.net_pence AS "netPence", p.vat_basis_points AS "vatBasisPoints",
         t.name || CASE WHEN coalesce(d.name, '') = '' THEN '' ELSE ': ' || d.name END AS description,
         EXISTS (SELECT FROM document_lines l JOIN documents i ON i.id = l.document_id
           WHERE l.place_id = p.id AND i.series = 'invoice' AND l.net_pence > coalesce((
             SELECT sum(cl.net_pence) FROM documents c JOIN document_lines cl ON cl.document_id = c.id
             WHERE c.corrects_id = i.id AND c.series = 'credit-note' AND cl.line = l.line), 0)) AS "isInvoiced",
         json_build_object('title', c.title, 'firstDay', c.first_day, 'lastDay', c.last_day,
           'paymentDays', c.payment_days) AS conference
       FROM places p JOIN conferences c ON c.id = p.conference_id JOIN ticket_types t ON t.id = p.ticket_type_id LEFT JOIN delegates d ON d.id = p.delegate_id
       WHERE p.booking_id = $1 AND p.id = ANY ($2::uuid[])
       ORDER BY d.number NULLS LAST, t.position, p.id`,
      [bookingId, placeIds],
    );
  }
}
