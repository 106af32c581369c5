import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, containing } from '#platform';
import { outstanding, settled, whatFor } from '../settled.js';

/** A customer with how they stand. */
export interface ListedCustomer {
  readonly id: string;
  readonly name: string;
  /** Of a guest: what they booked. */
  readonly bookingReference: string | null;
  /** Of a traveller who pays for themselves: on which study visit. */
  readonly visit: string | null;
  readonly invoicedPence: number;
  readonly outstandingPence: number;
  readonly creditPence: number;
}

export interface ListedCustomers {
  readonly items: readonly ListedCustomer[];
  readonly total: number;
}

/** Which customers staff want to see. */
export interface CustomerList {
  /** Part of the name, of a booking's reference or of an invoice's number; blank: all. */
  readonly text: string;
  /** Only those who have credit left. */
  readonly hasCredit: boolean;
  /** From 1. */
  readonly page: number;
}

/** SQL for what a customer `c` has paid, and been credited with, that was put to nothing yet; in pence. */
const paymentCredit = `(SELECT coalesce(sum(p.pence - ${settled('payment_id', 'p.id')}), 0)::int
  FROM payments p WHERE p.customer_id = c.id AND p.direction = 'in' AND p.undone_at IS NULL)`;
const noteCredit = `(SELECT coalesce(sum(d.gross_pence - ${settled('credit_note_id', 'd.id')}), 0)::int
  FROM documents d WHERE d.customer_id = c.id AND d.series = 'credit-note')`;

/** Finds customers, for staff. */
@Injectable()
export class FindCustomers {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By name. @param size how many a page holds */
  async list({ text, hasCredit, page }: CustomerList, size: number): Promise<ListedCustomers> {
    const where = new Conditions();
    if (hasCredit) where.add(`(${paymentCredit} + ${noteCredit}) > 0`);
    if (text !== '') {
      const like = containing(text);
      where.add(
        `(c.name ILIKE ? OR EXISTS (SELECT FROM documents d ${whatFor}
          WHERE d.customer_id = c.id AND (d.label ILIKE ? OR b.reference ILIKE ? OR v.traveller_name ILIKE ?)))`,
        ...Array.from({ length: 4 }, () => like),
      );
    }
    const rows = await this.dataSource.query<(ListedCustomer & { total: number })[]>(
      `SELECT c.id, c.name, g.reference AS "bookingReference", t.visit_title AS visit, c.total,
         i.invoiced AS "invoicedPence", i.outstanding AS "outstandingPence", ${paymentCredit} + ${noteCredit} AS "creditPence"
       FROM (SELECT c.*, count(*) OVER ()::int AS total FROM customers c WHERE ${where.sql}
           ORDER BY lower(c.name), c.id
           LIMIT ${where.parameter(size)} OFFSET ${where.parameter((page - 1) * size)}) AS c
         LEFT JOIN bookings g ON g.id = c.booking_id
         LEFT JOIN LATERAL (SELECT v.visit_title FROM documents d JOIN visit_charges v ON v.id = d.visit_charge_id
           WHERE c.traveller_id IS NOT NULL AND d.customer_id = c.id ORDER BY d.number DESC LIMIT 1) AS t ON true
         CROSS JOIN LATERAL (SELECT coalesce(sum(d.gross_pence), 0)::int AS invoiced,
             coalesce(sum(${outstanding}), 0)::int AS outstanding
           FROM documents d WHERE d.customer_id = c.id AND d.series = 'invoice') AS i
       ORDER BY lower(c.name), c.id`,
      where.parameters,
    );
    return { items: rows, total: rows[0]?.total ?? 0 };
  }
}
