import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { VisitInvoiceFacts } from '#contracts';
import type { ChargeKind } from './visit-charge.entity.js';

/** What is to be paid for a study visit, in somebody's own list. */
export interface OwnVisitCharge {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly visit: string;
  readonly traveller: string;
  readonly isOrderMissing: boolean;
  readonly facts: VisitInvoiceFacts;
}

/** So many are shown; whoever has more looks after them by the links in their mails. */
const mostListed = 200;

/** What somebody is to pay for study visits, and the organisations that they book for. */
@Injectable()
export class ListVisitCharges {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns the latest visit first */
  of(personId: string): Promise<OwnVisitCharge[]> {
    return this.dataSource.query(
      // A way to a charge at a time, each by an index of its own.
      `WITH me AS (SELECT coalesce((SELECT merged_into FROM people WHERE id = $1), $1) AS id),
       mine AS (
         SELECT v.id FROM me JOIN visit_charges v ON v.contact_person_id = me.id
         UNION
         SELECT v.id FROM me JOIN visit_charges v ON v.traveller_person_id = me.id AND v.organisation_id IS NULL
         UNION
         SELECT v.id FROM me JOIN affiliations a ON a.person_id = me.id AND a.is_booking_contact
           JOIN visit_charges v ON v.organisation_id = a.organisation_id
       )
       SELECT v.id, v.kind, v.visit_title AS visit, v.traveller_name AS traveller, v.told AS facts,
         v.purchase_order_required AND v.purchase_order IS NULL AND v.told ->> 'state' <> 'credited' AS "isOrderMissing"
       FROM mine JOIN visit_charges v ON v.id = mine.id WHERE v.told IS NOT NULL
       ORDER BY v.first_day DESC, v.visit_title, v.traveller_name, v.asked_at LIMIT ${mostListed}`,
      [personId],
    );
  }
}
