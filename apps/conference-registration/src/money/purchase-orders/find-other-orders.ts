import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** An invoice of which something is left, with another purchase order than its booking, or none. */
export interface OtherOrder {
  readonly id: string;
  readonly label: string;
  readonly purchaseOrder: string | null;
}

/** Finds invoices that do not have a booking's purchase order. */
@Injectable()
export class FindOtherOrders {
  /** @param purchaseOrder the booking's; `null`: any invoice of which something is left */
  of(
    manager: EntityManager,
    bookingId: string,
    purchaseOrder: string | null,
  ): Promise<readonly OtherOrder[]> {
    return manager.query(
      `SELECT d.id, d.label, d.content ->> 'purchaseOrder' AS "purchaseOrder" FROM documents d
       WHERE d.booking_id = $1 AND d.series = 'invoice'
         AND ($2::text IS NULL OR d.content ->> 'purchaseOrder' IS DISTINCT FROM $2)
         AND d.net_pence > coalesce((SELECT sum(c.net_pence) FROM documents c
           WHERE c.corrects_id = d.id AND c.series = 'credit-note'), 0)
       ORDER BY d.number`,
      [bookingId, purchaseOrder],
    );
  }
}
