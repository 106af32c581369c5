import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, containing } from '#platform';
import type { InvoiceList, InvoiceSort } from '../domain/invoice-list.js';
import { orderMissing, outstanding } from '../settled.js';

/** One line of a list of invoices. */
export interface ListedInvoice {
  readonly id: string;
  readonly label: string;
  /** ISO dates. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly grossPence: number;
  readonly outstandingPence: number;
  readonly customerId: string;
  readonly customerName: string;
  readonly bookingReference: string;
  readonly conference: string;
  readonly purchaseOrder: string | null;
  readonly isOrderMissing: boolean;
}

export interface ListedInvoices {
  readonly items: readonly ListedInvoice[];
  /** Of all pages. */
  readonly total: number;
  readonly outstandingPence: number;
}

const orders: Readonly<Record<InvoiceSort, string>> = {
  due: '"dueOn"',
  number: 'number',
  customer: 'lower("customerName")',
  amount: '"grossPence"',
  outstanding: '"outstandingPence"',
};

const states = { open: '"outstandingPence" > 0', settled: '"outstandingPence" = 0', any: 'true' } as const;

const columns = `d.id, d.number, d.label, d.issued_on AS "issuedOn", d.due_on AS "dueOn", d.gross_pence AS "grossPence",
  ${outstanding} AS "outstandingPence", c.id AS "customerId", c.name AS "customerName", b.reference AS "bookingReference",
  k.title AS conference, b.purchase_order AS "purchaseOrder", ${orderMissing} AS "isOrderMissing"`;

const tables = `documents d JOIN customers c ON c.id = d.customer_id JOIN bookings b ON b.id = d.booking_id
  JOIN conferences k ON k.id = d.conference_id`;

/** Finds invoices, for staff. */
@Injectable()
export class FindInvoices {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param today ISO date
   * @param size how many a page holds
   */
  async list(list: InvoiceList, today: string, size: number): Promise<ListedInvoices> {
    const inner = new Conditions().add(`d.series = 'invoice'`);
    if (list.conferenceId !== null) inner.add('d.conference_id = ?', list.conferenceId);
    if (list.isOrderMissing) inner.add(orderMissing);
    if (list.text !== '') {
      const text = containing(list.text);
      inner.add(
        '(d.label ILIKE ? OR c.name ILIKE ? OR b.reference ILIKE ? OR b.purchase_order ILIKE ? OR b.booker_name ILIKE ?)',
        ...[text, text, text, text, text],
      );
    }
    const direction = list.sort.direction === 'descending' ? 'DESC' : 'ASC';
    const state =
      list.state === 'overdue'
        ? `"outstandingPence" > 0 AND "dueOn" < ${inner.parameter(today)}::date`
        : states[list.state];
    const rows = await this.dataSource.query<(ListedInvoice & { total: number; allOutstanding: string })[]>(
      `SELECT *, count(*) OVER ()::int AS total, sum("outstandingPence") OVER () AS "allOutstanding"
       FROM (SELECT ${columns} FROM ${tables} WHERE ${inner.sql}) AS i
       WHERE ${state}
       ORDER BY ${orders[list.sort.key]} ${direction}, number
       LIMIT ${inner.parameter(size)} OFFSET ${inner.parameter((list.page - 1) * size)}`,
      inner.parameters,
    );
    return {
      items: rows,
      total: rows[0]?.total ?? 0,
      outstandingPence: Number(rows[0]?.allOutstanding ?? 0),
    };
  }
}
