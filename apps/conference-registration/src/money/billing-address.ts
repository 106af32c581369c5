import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Where a customer's documents go. */
export interface BillingAddress {
  readonly name: string;
  /** Lines, `\n` between them; may be empty. */
  readonly address: string;
  /** `null`: none is known. */
  readonly email: string | null;
}

/** Finds where a customer wants documents: what they said for the newest invoice, else what is on record of the organisation. */
@Injectable()
export class FindBillingAddress {
  async of(manager: EntityManager, customerId: string): Promise<BillingAddress> {
    const [found] = await manager.query<BillingAddress[]>(
      `SELECT coalesce(b.bill_to ->> 'name', c.name) AS name,
         coalesce(nullif(b.bill_to ->> 'address', ''), o.billing_address, '') AS address,
         coalesce(nullif(b.bill_to ->> 'email', ''), nullif(o.invoice_email, ''), nullif(b.email, '')) AS email
       FROM customers c
         LEFT JOIN organisations o ON o.id = c.organisation_id
         LEFT JOIN LATERAL (
           SELECT coalesce(k.bill_to, v.bill_to) AS bill_to, coalesce(k.booker_email, v.contact_email) AS email
           FROM documents d LEFT JOIN bookings k ON k.id = d.booking_id
             LEFT JOIN visit_charges v ON v.id = d.visit_charge_id
           WHERE d.customer_id = c.id AND d.series = 'invoice' ORDER BY d.number DESC LIMIT 1) AS b ON true
       WHERE c.id = $1`,
      [customerId],
    );
    return found ?? { name: '', address: '', email: null };
  }
}
