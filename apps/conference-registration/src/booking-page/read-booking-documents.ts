import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { DocumentKind } from '../money/domain/document.js';
import { outstanding } from '../money/settled.js';

/** A document that was issued for a booking. */
export interface BookingDocument {
  readonly label: string;
  readonly kind: DocumentKind;
  readonly netPence: number;
  readonly vatPence: number;
  readonly grossPence: number;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly dueOn: string | null;
  /** Of an invoice; otherwise 0. */
  readonly outstandingPence: number;
}

/** Reads what was issued for a booking, the oldest first. */
@Injectable()
export class ReadBookingDocuments {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(bookingId: string): Promise<readonly BookingDocument[]> {
    return this.dataSource.query(
      `SELECT d.label, d.series AS kind, d.net_pence AS "netPence", d.vat_pence AS "vatPence",
         d.gross_pence AS "grossPence", d.issued_on::text AS "issuedOn",
         d.due_on::text AS "dueOn", CASE WHEN d.series = 'invoice' THEN ${outstanding} ELSE 0 END AS "outstandingPence"
       FROM documents d WHERE d.booking_id = $1 ORDER BY d.issued_at, d.number`,
      [bookingId],
    );
  }
}
