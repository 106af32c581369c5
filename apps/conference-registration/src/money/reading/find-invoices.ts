import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Conditions, containing } from '#platform';
import type { InvoiceList, InvoiceSort } from '../domain/invoice-list.js';
import { anyOrderMissing, isAbout, outstanding, whatFor } from '../settled.js';

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
  /** `null`: it is for a study visit. */
  readonly bookingReference: string | null;
  /** Who travels, where it is for a study visit. */
  readonly traveller: string | null;
  /** The conference or the study visit, by its title. */
  readonly occasion: string;
  readonly purchaseOrder: string | null;
  readonly isOrderMissing: boolean;
}

/** The same with its number, which says where a page of a list ends. */
export interface NumberedInvoice extends ListedInvoice {
  readonly number: number;
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
  v.traveller_name AS traveller, coalesce(k.title, v.visit_title) AS occasion,
  coalesce(b.purchase_order, v.purchase_order) AS "purchaseOrder", ${anyOrderMissing} AS "isOrderMissing"`;

const tables = `documents d JOIN customers c ON c.id = d.customer_id ${whatFor}`;

/** Finds invoices, for staff. */
@Injectable()
export class FindInvoices {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param today ISO date
   * @param size how many a page holds
   */
  async list(list: InvoiceList, today: string, size: number): Promise<ListedInvoices> {
    const { from, where } = selection(list, today);
    const direction = list.sort.direction === 'descending' ? 'DESC' : 'ASC';
    const rows = await this.dataSource.query<(ListedInvoice & { total: number; allOutstanding: string })[]>(
      `SELECT *, count(*) OVER ()::int AS total, sum("outstandingPence") OVER () AS "allOutstanding" FROM ${from}
       ORDER BY ${orders[list.sort.key]} ${direction}, number
       LIMIT ${where.parameter(size)} OFFSET ${where.parameter((list.page - 1) * size)}`,
      where.parameters,
    );
    return {
      items: rows,
      total: rows[0]?.total ?? 0,
      outstandingPence: Number(rows[0]?.allOutstanding ?? 0),
    };
  }

  /**
   * In the order of their numbers, for programs.
   *
   * @param after the number of the last that was seen; 0: from the first
   */
  after(list: InvoiceList, today: string, after: number, limit: number): Promise<NumberedInvoice[]> {
    const { from, where } = selection(list, today);
    return this.dataSource.query(
      `SELECT * FROM ${from} AND number > ${where.parameter(after)} ORDER BY number LIMIT ${where.parameter(limit)}`,
      where.parameters,
    );
  }
}

/** What a list is of, with the parameters so far. */
function selection(list: InvoiceList, today: string): { readonly from: string; readonly where: Conditions } {
  const where = new Conditions().add(`d.series = 'invoice'`);
  where.add(isAbout(where.parameter(list.occasionId)));
  if (list.isOrderMissing) where.add(anyOrderMissing);
  if (list.text !== '') {
    const text = containing(list.text);
    where.add(
      `(d.label ILIKE ? OR c.name ILIKE ? OR b.reference ILIKE ? OR b.purchase_order ILIKE ? OR b.booker_name ILIKE ?
        OR v.purchase_order ILIKE ? OR v.traveller_name ILIKE ? OR v.contact_name ILIKE ?)`,
      ...Array.from({ length: 8 }, () => text),
    );
  }
  const state =
    list.state === 'overdue'
      ? `"outstandingPence" > 0 AND "dueOn" < ${where.parameter(today)}::date`
      : states[list.state];
  return { from: `(SELECT ${columns} FROM ${tables} WHERE ${where.sql}) AS i WHERE ${state}`, where };
}
