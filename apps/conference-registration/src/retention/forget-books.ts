import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { Transactions } from '#platform';
import { booksKeptFrom } from './domain/kept-for.js';

/** What was deleted from the books. */
export interface ForgottenBooks {
  readonly documents: number;
  readonly payments: number;
}

// Whatever hangs together with something that is still to be kept is kept with it, so that accounts add up: an invoice with
// the payment that settled it, a credit note with its invoice, a receipt with its payment.
const old = `
  WITH RECURSIVE pairs AS (
    SELECT coalesce(payment_id, credit_note_id) AS one, coalesce(invoice_id, refund_id) AS other FROM settlements
    UNION ALL SELECT id, corrects_id FROM documents WHERE corrects_id IS NOT NULL
    UNION ALL SELECT id, payment_id FROM documents WHERE payment_id IS NOT NULL
  ), either AS (
    SELECT one, other FROM pairs UNION ALL SELECT other, one FROM pairs
  ), kept AS (
    SELECT id FROM documents WHERE issued_on >= $1
    UNION SELECT id FROM payments WHERE on_date >= $1
    UNION SELECT either.other FROM kept JOIN either ON either.one = kept.id
  )`;

/** Deletes documents and payments that need not be kept any more. */
@Injectable()
export class ForgetBooks {
  constructor(private readonly transactions: Transactions) {}

  /** @param today where the network is */
  async run(today: Temporal.PlainDate): Promise<ForgottenBooks> {
    const from = booksKeptFrom(today).toString();
    return this.transactions.run(async (manager) => {
      const [found]: { documents: string[]; payments: string[] }[] = await manager.query(
        `${old}
         SELECT ARRAY(SELECT id FROM documents WHERE id NOT IN (SELECT id FROM kept)) AS documents,
           ARRAY(SELECT id FROM payments WHERE id NOT IN (SELECT id FROM kept)) AS payments`,
        [from],
      );
      const { documents, payments } = found ?? { documents: [], payments: [] };
      if (documents.length === 0 && payments.length === 0) return { documents: 0, payments: 0 };
      await manager.query(
        `DELETE FROM settlements WHERE payment_id = ANY($1::uuid[]) OR refund_id = ANY($1::uuid[])
           OR credit_note_id = ANY($2::uuid[]) OR invoice_id = ANY($2::uuid[])`,
        [payments, documents],
      );
      await manager.query('DELETE FROM document_lines WHERE document_id = ANY($1::uuid[])', [documents]);
      await manager.query('DELETE FROM documents WHERE id = ANY($1::uuid[])', [documents]);
      await manager.query('DELETE FROM payments WHERE id = ANY($1::uuid[])', [payments]);
      await manager.query(
        'DELETE FROM visit_charges v WHERE NOT EXISTS (SELECT FROM documents WHERE visit_charge_id = v.id)',
      );
      // Guests, and people who paid for themselves, have their names here. Whoever is on the books again is made anew.
      await manager.query(
        `DELETE FROM customers c WHERE organisation_id IS NULL
           AND NOT EXISTS (SELECT FROM documents WHERE customer_id = c.id)
           AND NOT EXISTS (SELECT FROM payments WHERE customer_id = c.id)
           AND NOT EXISTS (SELECT FROM settlements WHERE customer_id = c.id)`,
      );
      return { documents: documents.length, payments: payments.length };
    });
  }
}
