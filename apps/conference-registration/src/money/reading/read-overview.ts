import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OpenAmount } from '../domain/overview.js';
import { anyOrderMissing, isAbout, outstanding, settled, whatFor } from '../settled.js';

/** Sums over all customers, in pence. */
export interface MoneyTotals {
  /** Of all invoices, with VAT. */
  readonly invoiced: number;
  /** Of all credit notes. */
  readonly credited: number;
  /** Money that came in: of one conference or visit, what was put to its invoices. */
  readonly received: number;
  readonly outstanding: number;
  /** Customers' credit; `null` for one conference or visit, as credit belongs to none. */
  readonly credit: number | null;
  /** Money that went back; `null` for one conference or visit. */
  readonly refunded: number | null;
  /** Invoices with something to pay that lack the purchase order which their customer needs. */
  readonly ordersMissing: number;
}

/** A conference or a study visit. */
export interface Occasion {
  readonly id: string;
  readonly title: string;
}

/** Reads what the treasurer sees first. */
@Injectable()
export class ReadOverview {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param occasionId of a conference or a study visit; `null`: all of them */
  async totals(occasionId: string | null): Promise<MoneyTotals> {
    const [documents] = await this.dataSource.query<Documents[]>(
      `SELECT coalesce(sum(d.gross_pence) FILTER (WHERE d.series = 'invoice'), 0)::float AS invoiced,
         coalesce(sum(d.gross_pence) FILTER (WHERE d.series = 'credit-note'), 0)::float AS credited,
         coalesce(sum(${outstanding}) FILTER (WHERE d.series = 'invoice'), 0)::float AS outstanding,
         (count(*) FILTER (WHERE d.series = 'invoice' AND ${anyOrderMissing} AND ${outstanding} > 0))::int AS "ordersMissing",
         coalesce(sum(d.gross_pence - ${settled('credit_note_id', 'd.id')})
           FILTER (WHERE d.series = 'credit-note'), 0)::float AS "noteCredit"
       FROM documents d ${whatFor}
       WHERE ${isAbout('$1')}`,
      [occasionId],
    );
    const { noteCredit, ...sums } = documents ?? nothing;
    if (occasionId !== null) return { ...sums, ...(await this.receivedFor(occasionId)) };
    const { received, refunded, paymentCredit } = await this.moved();
    return { ...sums, received, refunded, credit: noteCredit + paymentCredit };
  }

  /** What is owed, by customer and day on which it is due. */
  open(occasionId: string | null): Promise<readonly OpenAmount[]> {
    return this.dataSource.query(
      `SELECT o.customer_id AS "customerId", c.name AS "customerName", o.due_on AS "dueOn",
         sum(o.pence)::float AS "outstandingPence", count(*)::int AS invoices
       FROM (SELECT d.customer_id, d.due_on, ${outstanding} AS pence FROM documents d
           WHERE d.series = 'invoice' AND ${isAbout('$1')}) AS o
         JOIN customers c ON c.id = o.customer_id
       WHERE o.pence > 0 GROUP BY o.customer_id, c.name, o.due_on ORDER BY o.due_on`,
      [occasionId],
    );
  }

  /** Conferences and study visits that anything was invoiced for, and the one that is asked for, the latest first. */
  occasions(asked: string | null): Promise<readonly Occasion[]> {
    return this.dataSource.query(
      `SELECT id, title FROM (
         SELECT k.id, k.title, k.first_day FROM conferences k
         WHERE k.id = $1 OR EXISTS (SELECT FROM documents d WHERE d.conference_id = k.id)
         UNION ALL
         (SELECT DISTINCT ON (v.visit_id) v.visit_id, v.visit_title, v.first_day FROM visit_charges v
         ORDER BY v.visit_id, v.asked_at DESC)) AS o
       ORDER BY first_day DESC, title`,
      [asked],
    );
  }

  private async moved() {
    const [moved] = await this.dataSource.query<
      { received: number; refunded: number; paymentCredit: number }[]
    >(
      `SELECT coalesce(sum(p.pence) FILTER (WHERE p.direction = 'in'), 0)::float AS received,
         coalesce(sum(p.pence) FILTER (WHERE p.direction = 'out'), 0)::float AS refunded,
         coalesce(sum(p.pence - ${settled('payment_id', 'p.id')}) FILTER (WHERE p.direction = 'in'), 0)::float
           AS "paymentCredit"
       FROM payments p WHERE p.undone_at IS NULL`,
    );
    return moved ?? { received: 0, refunded: 0, paymentCredit: 0 };
  }

  private async receivedFor(occasionId: string) {
    const [row] = await this.dataSource.query<{ received: number }[]>(
      `SELECT coalesce(sum(s.pence), 0)::float AS received FROM settlements s JOIN documents d ON d.id = s.invoice_id
       WHERE ${isAbout('$1')} AND s.payment_id IS NOT NULL AND s.undone_at IS NULL`,
      [occasionId],
    );
    return { received: row?.received ?? 0, refunded: null, credit: null };
  }
}

interface Documents {
  readonly invoiced: number;
  readonly credited: number;
  readonly outstanding: number;
  readonly ordersMissing: number;
  readonly noteCredit: number;
}

const nothing: Documents = { invoiced: 0, credited: 0, outstanding: 0, ordersMissing: 0, noteCredit: 0 };
