import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound } from '#platform';
import { isId } from '../../domain/ids.js';
import { FindBillingAddress, type BillingAddress } from '../billing-address.js';
import { CustomerAccount, type Account } from '../customer-account.js';
import type { Customer } from '../domain/customer.js';
import { whatFor } from '../settled.js';
import { statementOf, type Movement, type StatementLine } from '../domain/statement.js';

/** A customer with all that happened between them and the network. */
export interface CustomerReading {
  readonly customer: Customer;
  readonly address: BillingAddress;
  readonly account: Account;
  readonly outstandingPence: number;
  readonly creditPence: number;
  readonly lines: readonly StatementLine[];
  /** Payments and refunds that were taken back. */
  readonly undone: readonly Movement[];
}

/** Reads a customer's account, for staff. */
@Injectable()
export class ReadCustomer {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly account: CustomerAccount,
    private readonly addresses: FindBillingAddress,
  ) {}

  /** @throws Problem 404 */
  async read(id: string): Promise<CustomerReading> {
    const { manager } = this.dataSource;
    const [customer] = isId(id)
      ? await manager.query<Customer[]>(
          `SELECT id, name, organisation_id AS "organisationId", booking_id AS "bookingId", traveller_id AS "travellerId"
           FROM customers WHERE id = $1`,
          [id],
        )
      : [];
    if (customer === undefined) throw notFound('There is no such customer.');
    const account = await this.account.read(manager, id);
    const movements = await this.movements(id);
    return {
      customer,
      address: await this.addresses.of(manager, id),
      account,
      outstandingPence: account.invoices.reduce((total, { outstandingPence }) => total + outstandingPence, 0),
      creditPence: account.credits.reduce((total, { leftPence }) => total + leftPence, 0),
      lines: statementOf(movements.filter(({ isUndone }) => !isUndone)),
      undone: movements.filter(({ isUndone }) => isUndone),
    };
  }

  /** In the order in which they were written down. */
  private movements(customerId: string): Promise<(Movement & { readonly isUndone: boolean })[]> {
    return this.dataSource.query(
      `SELECT kind, id, "on", label, about, pence, "isUndone" FROM (
         SELECT d.series AS kind, d.id, d.issued_on AS "on", d.label, d.gross_pence AS pence, false AS "isUndone",
           coalesce(k.title || ', ' || b.reference, v.visit_title || ', ' || v.traveller_name, '') AS about,
           d.issued_at AS at
         FROM documents d ${whatFor}
         WHERE d.customer_id = $1 AND d.series <> 'receipt'
         UNION ALL
         SELECT CASE p.direction WHEN 'in' THEN 'payment' ELSE 'refund' END, p.id, p.on_date, p.reference, p.pence,
           p.undone_at IS NOT NULL, coalesce((SELECT string_agg(DISTINCT d.label, ', ' ORDER BY d.label)
             FROM settlements s JOIN documents d ON d.id = s.invoice_id
             WHERE s.payment_id = p.id AND s.undone_at IS NULL), ''), p.recorded_at
         FROM payments p WHERE p.customer_id = $1) AS m
       ORDER BY at, id`,
      [customerId],
    );
  }
}
