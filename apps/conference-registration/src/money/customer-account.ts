import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { notFound } from '#platform';
import type { Customer } from './domain/customer.js';
import type { OpenInvoice, Part, Source } from './domain/settling.js';
import { settled } from './settled.js';

/** What is open between a customer and the network. */
export interface Account {
  /** Invoices of which something is outstanding, the oldest first. */
  readonly invoices: readonly (OpenInvoice & { readonly label: string })[];
  /** Payments and credit notes that are not used up, the oldest first. */
  readonly credits: readonly Source[];
}

/** Reads and settles what a customer owes. Whoever settles has locked the customer. */
@Injectable()
export class CustomerAccount {
  /** Locks a customer, so that nobody else settles anything of theirs until the transaction ends. @throws Problem 404 */
  async lock(manager: EntityManager, customerId: string): Promise<Customer> {
    const [customer] = await manager.query<Customer[]>(
      `SELECT id, name, organisation_id AS "organisationId", booking_id AS "bookingId", traveller_id AS "travellerId"
       FROM customers WHERE id = $1 FOR NO KEY UPDATE`,
      [customerId],
    );
    if (customer === undefined) throw notFound('There is no such customer.');
    return customer;
  }

  async read(manager: EntityManager, customerId: string): Promise<Account> {
    const invoices = await manager.query<Account['invoices']>(
      `SELECT * FROM (
         SELECT d.id, d.number, d.label, d.due_on AS "dueOn",
           d.gross_pence - ${settled('invoice_id', 'd.id')} AS "outstandingPence"
         FROM documents d WHERE d.customer_id = $1 AND d.series = 'invoice') AS i
       WHERE "outstandingPence" > 0 ORDER BY "dueOn", number`,
      [customerId],
    );
    const credits = await manager.query<Source[]>(
      `SELECT kind, id, "leftPence" FROM (
         SELECT 'payment' AS kind, p.id, p.recorded_at AS at, p.pence - ${settled('payment_id', 'p.id')} AS "leftPence"
         FROM payments p WHERE p.customer_id = $1 AND p.direction = 'in' AND p.undone_at IS NULL
         UNION ALL
         SELECT 'credit-note', d.id, d.issued_at, d.gross_pence - ${settled('credit_note_id', 'd.id')}
         FROM documents d WHERE d.customer_id = $1 AND d.series = 'credit-note') AS c
       WHERE "leftPence" > 0 ORDER BY at, id`,
      [customerId],
    );
    return { invoices, credits };
  }

  /** Puts parts of payments and credit notes to invoices. */
  async settle(manager: EntityManager, customerId: string, parts: readonly Part[], at: Date): Promise<void> {
    await this.write(
      manager,
      customerId,
      parts.map(({ source, invoiceId, pence }) => ({ source, invoiceId, refundId: null, pence })),
      at,
    );
  }

  /** Says which payments and credit notes a refund gave back. */
  async refund(
    manager: EntityManager,
    customerId: string,
    refundId: string,
    parts: readonly Pick<Part, 'source' | 'pence'>[],
    at: Date,
  ): Promise<void> {
    await this.write(
      manager,
      customerId,
      parts.map(({ source, pence }) => ({ source, invoiceId: null, refundId, pence })),
      at,
    );
  }

  private async write(
    manager: EntityManager,
    customerId: string,
    parts: readonly {
      readonly source: Pick<Source, 'kind' | 'id'>;
      readonly invoiceId: string | null;
      readonly refundId: string | null;
      readonly pence: number;
    }[],
    at: Date,
  ): Promise<void> {
    if (parts.length === 0) return;
    await manager.query(
      `INSERT INTO settlements (id, customer_id, payment_id, credit_note_id, invoice_id, refund_id, pence, made_at)
       SELECT id, $2, "paymentId", "creditNoteId", "invoiceId", "refundId", pence, $3
       FROM jsonb_to_recordset($1) AS p (id uuid, "paymentId" uuid, "creditNoteId" uuid, "invoiceId" uuid,
         "refundId" uuid, pence integer)`,
      [
        JSON.stringify(
          parts.map(({ source, invoiceId, refundId, pence }) => ({
            id: uuidv7(),
            paymentId: source.kind === 'payment' ? source.id : null,
            creditNoteId: source.kind === 'credit-note' ? source.id : null,
            invoiceId,
            refundId,
            pence,
          })),
        ),
        customerId,
        at,
      ],
    );
  }
}
