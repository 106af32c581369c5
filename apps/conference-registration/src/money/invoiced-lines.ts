import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InvoicedLine } from './domain/credit.js';

/** An invoice with its lines, or with those of them that are asked for. */
export interface InvoiceWithLines {
  readonly id: string;
  readonly label: string;
  readonly number: number;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly customerId: string;
  readonly conferenceId: string | null;
  readonly bookingId: string | null;
  readonly visitChargeId: string | null;
  readonly content: unknown;
  readonly lines: readonly InvoicedLine[];
}

/** Finds what was invoiced, with what was credited of it so far. */
@Injectable()
export class InvoicedLines {
  /** All lines of one invoice; `null`: there is no such invoice. */
  async ofInvoice(manager: EntityManager, invoiceId: string): Promise<InvoiceWithLines | null> {
    const [invoice] = await this.find(manager, 'd.id = $1', invoiceId);
    return invoice ?? null;
  }

  /** The lines that are about these places, by the invoices that they are on, the oldest first. */
  async ofPlaces(manager: EntityManager, placeIds: readonly string[]): Promise<readonly InvoiceWithLines[]> {
    return this.find(manager, 'l.place_id = ANY ($1::uuid[])', placeIds);
  }

  /** What was invoiced for somebody's place on a study visit, the oldest first. */
  async ofCharge(manager: EntityManager, chargeId: string): Promise<readonly InvoiceWithLines[]> {
    return this.find(manager, 'd.visit_charge_id = $1', chargeId);
  }

  private find(manager: EntityManager, condition: string, value: unknown): Promise<InvoiceWithLines[]> {
    return manager.query(
      `SELECT d.id, d.label, d.number, d.issued_on AS "issuedOn", d.due_on AS "dueOn", d.customer_id AS "customerId",
         d.conference_id AS "conferenceId", d.booking_id AS "bookingId",
         d.visit_charge_id AS "visitChargeId", d.content,
         jsonb_agg(jsonb_build_object(
           'line', l.line, 'placeId', l.place_id, 'description', l.description, 'netPence', l.net_pence,
           'vatBasisPoints', l.vat_basis_points, 'vatPence', l.vat_pence, 'grossPence', l.gross_pence,
           'creditedNetPence', c.net, 'creditedVatPence', c.vat) ORDER BY l.line) AS lines
       FROM documents d
         JOIN document_lines l ON l.document_id = d.id
         CROSS JOIN LATERAL (
           SELECT coalesce(sum(cl.net_pence), 0)::int AS net, coalesce(sum(cl.vat_pence), 0)::int AS vat
           FROM documents cn JOIN document_lines cl ON cl.document_id = cn.id
           WHERE cn.corrects_id = d.id AND cn.series = 'credit-note' AND cl.line = l.line) AS c
       WHERE d.series = 'invoice' AND ${condition}
       GROUP BY d.id ORDER BY d.number`,
      [value],
    );
  }
}
