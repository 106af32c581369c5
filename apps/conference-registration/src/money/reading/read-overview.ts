import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { OpenAmount } from '../domain/overview.js';
import { orderMissing, outstanding, settled } from '../settled.js';

/** Sums over all customers, in pence. */
export interface MoneyTotals {
  /** Of all invoices, with VAT. */
  readonly invoiced: number;
  /** Of all credit notes. */
  readonly credited: number;
  /** Money that came in: of one conference, what was put to its invoices. */
  readonly received: number;
  readonly outstanding: number;
  /** Customers' credit; `null` for one conference, as credit belongs to none. */
  readonly credit: number | null;
  /** Money that went back; `null` for one conference. */
  readonly refunded: number | null;
  /** Invoices with something to pay whose booking lacks its purchase order. */
  readonly ordersMissing: number;
}

/** Reads what the treasurer sees first. */
@Injectable()
export class ReadOverview {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @param conferenceId `null`: all of them */
  async totals(conferenceId: string | null): Promise<MoneyTotals> {
    const [documents] = await this.dataSource.query<Documents[]>(
      `SELECT coalesce(sum(d.gross_pence) FILTER (WHERE d.series = 'invoice'), 0)::float AS invoiced,
         coalesce(sum(d.gross_pence) FILTER (WHERE d.series = 'credit-note'), 0)::float AS credited,
         coalesce(sum(${outstanding}) FILTER (WHERE d.series = 'invoice'), 0)::float AS outstanding,
         (count(*) FILTER (WHERE d.series = 'invoice' AND ${orderMissing} AND ${outstanding} > 0))::int AS "ordersMissing",
         coalesce(sum(d.gross_pence - ${settled('credit_note_id', 'd.id')})
           FILTER (WHERE d.series = 'credit-note'), 0)::float AS "noteCredit"
       FROM documents d LEFT JOIN bookings b ON b.id = d.booking_id
       WHERE $1::uuid IS NULL OR d.conference_id = $1`,
      [conferenceId],
    );
    const { noteCredit, ...sums } = documents ?? nothing;
    if (conferenceId !== null) return { ...sums, ...(await this.receivedFor(conferenceId)) };
    const { received, refunded, paymentCredit } = await this.moved();
    return { ...sums, received, refunded, credit: noteCredit + paymentCredit };
  }

  /** What is owed, by customer and day on which it is due. */
  open(conferenceId: string | null): Promise<readonly OpenAmount[]> {
    return this.dataSource.query(
      `SELECT o.customer_id AS "customerId", c.name AS "customerName", o.due_on AS "dueOn",
         sum(o.pence)::float AS "outstandingPence", count(*)::int AS invoices
       FROM (SELECT d.customer_id, d.due_on, ${outstanding} AS pence FROM documents d
           WHERE d.series = 'invoice' AND ($1::uuid IS NULL OR d.conference_id = $1)) AS o
         JOIN customers c ON c.id = o.customer_id
       WHERE o.pence > 0 GROUP BY o.customer_id, c.name, o.due_on ORDER BY o.due_on`,
      [conferenceId],
    );
  }

  /** Conferences that anything was invoiced for, and the one that is asked for, the latest first. */
  conferences(asked: string | null): Promise<readonly { readonly id: string; readonly title: string }[]> {
    return this.dataSource.query(
      `SELECT k.id, k.title FROM conferences k
       WHERE k.id = $1 OR EXISTS (SELECT FROM documents d WHERE d.conference_id = k.id)
       ORDER BY k.first_day DESC, k.title`,
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

  private async receivedFor(conferenceId: string) {
    const [row] = await this.dataSource.query<{ received: number }[]>(
      `SELECT coalesce(sum(s.pence), 0)::float AS received FROM settlements s JOIN documents d ON d.id = s.invoice_id
       WHERE d.conference_id = $1 AND s.payment_id IS NOT NULL AND s.undone_at IS NULL`,
      [conferenceId],
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
