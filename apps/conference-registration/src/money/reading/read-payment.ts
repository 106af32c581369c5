import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { notFound } from '#platform';
import { isId } from '../../domain/ids.js';
import { PaymentRow } from '../entities/payment.entity.js';

/** Part of a payment or refund: to which invoice it went, or out of which credit it came. */
export interface PaymentPart {
  readonly kind: 'invoice' | 'credit-note' | 'payment' | 'refund';
  readonly id: string;
  readonly label: string;
  readonly pence: number;
  readonly isUndone: boolean;
}

export interface PaymentReading {
  readonly payment: PaymentRow;
  readonly customerName: string;
  readonly receipt: { readonly id: string; readonly label: string } | null;
  readonly parts: readonly PaymentPart[];
  /** Of a payment that came in: what was put to nothing yet. */
  readonly leftPence: number;
}

/** Reads a payment or refund, for staff. */
@Injectable()
export class ReadPayment {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws Problem 404 */
  async read(id: string): Promise<PaymentReading> {
    const { manager } = this.dataSource;
    const payment = isId(id) ? await manager.findOneBy(PaymentRow, { id }) : null;
    if (payment === null) throw notFound('There is no such payment.');
    const [about] = await manager.query<{ name: string; receiptId: string | null; receipt: string | null }[]>(
      `SELECT c.name, d.id AS "receiptId", d.label AS receipt
       FROM customers c LEFT JOIN documents d ON d.payment_id = $2 WHERE c.id = $1`,
      [payment.customerId, id],
    );
    const parts = await this.parts(id);
    const used = parts.filter(({ isUndone }) => !isUndone).reduce((total, { pence }) => total + pence, 0);
    return {
      payment,
      customerName: about?.name ?? '',
      receipt: about?.receiptId && about.receipt ? { id: about.receiptId, label: about.receipt } : null,
      parts,
      leftPence: payment.direction === 'in' && payment.undoneAt === null ? payment.pence - used : 0,
    };
  }

  private parts(id: string): Promise<readonly PaymentPart[]> {
    return this.dataSource.query(
      `SELECT CASE WHEN s.refund_id = $1 THEN CASE WHEN s.payment_id IS NULL THEN 'credit-note' ELSE 'payment' END
           WHEN s.invoice_id IS NULL THEN 'refund' ELSE 'invoice' END AS kind,
         coalesce(d.id, p.id) AS id, coalesce(d.label, to_char(p.on_date, 'YYYY-MM-DD')) AS label, s.pence,
         s.undone_at IS NOT NULL AS "isUndone"
       FROM settlements s
         LEFT JOIN documents d ON d.id = CASE WHEN s.refund_id = $1 THEN s.credit_note_id ELSE s.invoice_id END
         LEFT JOIN payments p ON p.id = CASE WHEN s.refund_id = $1 THEN s.payment_id ELSE s.refund_id END
       WHERE s.payment_id = $1 OR s.refund_id = $1 ORDER BY s.made_at, s.id`,
      [id],
    );
  }
}
