import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound } from '#platform';
import { billingDocument, type BillingDocument } from '../../documents/billing-document.js';
import { isId } from '../../domain/ids.js';
import type { DocumentKind } from '../domain/document.js';
import { outstanding, whatFor } from '../settled.js';

/** Another document, or a payment, that has to do with one. */
export interface Related {
  readonly kind: DocumentKind | 'payment';
  readonly id: string;
  readonly label: string;
  readonly pence: number;
}

/** A document with what became of it. */
export interface DocumentReading {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly bookingReference: string | null;
  /** Of a document for a study visit: the visit, its page, and who travels. */
  readonly visit: { readonly title: string; readonly path: string; readonly traveller: string } | null;
  readonly paymentId: string | null;
  readonly isPaymentUndone: boolean;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly grossPence: number;
  /** Of an invoice; 0 for others. */
  readonly outstandingPence: number;
  readonly content: BillingDocument;
}

const columns = `d.id, d.series AS kind, d.label, d.customer_id AS "customerId", c.name AS "customerName",
  b.reference AS "bookingReference",
  CASE WHEN v.id IS NOT NULL THEN json_build_object('title', v.visit_title, 'path', v.visit_path,
    'traveller', v.traveller_name) END AS visit, d.payment_id AS "paymentId", p.undone_at IS NOT NULL AS "isPaymentUndone",
  d.issued_on AS "issuedOn", d.due_on AS "dueOn", d.gross_pence AS "grossPence",
  CASE d.series WHEN 'invoice' THEN ${outstanding} ELSE 0 END AS "outstandingPence", d.content`;

const tables = `documents d JOIN customers c ON c.id = d.customer_id ${whatFor}
  LEFT JOIN payments p ON p.id = d.payment_id`;

/** The documents of a booking, or of a charge: those issued for it, and receipts for payments that settle its invoices. */
const issuedFor = (column: 'booking_id' | 'visit_charge_id'): string =>
  `(d.${column} = $1 OR d.series = 'receipt' AND EXISTS (
  SELECT FROM settlements s JOIN documents i ON i.id = s.invoice_id
  WHERE s.payment_id = d.payment_id AND i.${column} = $1 AND s.undone_at IS NULL))`;
const ofBooking = issuedFor('booking_id');
const ofCharge = issuedFor('visit_charge_id');

const noSuchDocument = () => notFound('There is no such document.');

/** Reads issued documents. */
@Injectable()
export class ReadDocument {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** For staff. @throws Problem 404 */
  async byId(id: string): Promise<DocumentReading> {
    if (!isId(id)) throw noSuchDocument();
    const [found] = await this.find('d.id = $1', [id]);
    if (found === undefined) throw noSuchDocument();
    return found;
  }

  /** For whoever has a right to the booking. @throws Problem 404 for a document of another booking */
  async ofBooking(bookingId: string, label: string): Promise<DocumentReading> {
    return this.labelled(ofBooking, bookingId, label);
  }

  /** For whoever has a right to the charge for a study visit. @throws Problem 404 for a document of another one */
  async ofCharge(chargeId: string, label: string): Promise<DocumentReading> {
    return this.labelled(ofCharge, chargeId, label);
  }

  /** All documents of a charge for a study visit, in the order in which they were issued. */
  allOfCharge(chargeId: string): Promise<readonly DocumentReading[]> {
    return this.find(ofCharge, [chargeId]);
  }

  /** All documents of a booking, in the order in which they were issued. */
  allOfBooking(bookingId: string): Promise<readonly DocumentReading[]> {
    return this.find(ofBooking, [bookingId]);
  }

  /** What settled an invoice, or what a credit note or a receipt is about. */
  related(id: string): Promise<readonly Related[]> {
    return this.dataSource.query(
      `SELECT r.kind, r.id, r.label, r.pence FROM (
         SELECT d.series AS kind, d.id, d.label, d.gross_pence AS pence, d.issued_at AS at
         FROM documents d, documents me
         WHERE me.id = $1 AND (d.corrects_id = me.id OR d.id = me.corrects_id)
         UNION ALL
         SELECT 'payment', p.id, to_char(p.on_date, 'YYYY-MM-DD'), sum(s.pence)::int, p.recorded_at
         FROM settlements s JOIN payments p ON p.id = s.payment_id
         WHERE s.invoice_id = $1 AND s.undone_at IS NULL GROUP BY p.id) AS r
       ORDER BY r.at, r.id`,
      [id],
    );
  }

  private async labelled(those: string, id: string, label: string): Promise<DocumentReading> {
    if (!/^[A-Z]{2,5}-\d{1,12}$/.test(label)) throw noSuchDocument();
    const [found] = await this.find(`${those} AND d.label = $2`, [id, label]);
    if (found === undefined) throw noSuchDocument();
    return found;
  }

  private async find(condition: string, parameters: readonly unknown[]): Promise<DocumentReading[]> {
    const rows = await this.dataSource.query<(Omit<DocumentReading, 'content'> & { content: unknown })[]>(
      `SELECT ${columns} FROM ${tables} WHERE ${condition} ORDER BY d.issued_at, d.id`,
      [...parameters],
    );
    return rows.map((row) => ({ ...row, content: billingDocument.parse(row.content) }));
  }
}
