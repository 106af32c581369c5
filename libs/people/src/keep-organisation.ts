import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PayloadOf } from '#contracts';

type Told = PayloadOf<'members.organisation-changed.v1'>;
type Membership = PayloadOf<'members.membership-changed.v1'>;

/**
 * Keeps an organisation as messages tell of it, unless a newer one has told already. One of the same version says the same;
 * taking it again repairs a row that was lost or damaged.
 */
@Injectable()
export class KeepOrganisation {
  async run(manager: EntityManager, organisation: Told, version: number): Promise<void> {
    const { discount } = organisation;
    await manager.query(
      `INSERT INTO organisations AS known (id, name, category, kind, status, joined_on, left_on, discount_percent,
         discount_ends_on, billing_address, invoice_email, purchase_order_required, accountable_body_reference, domains,
         version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, category = excluded.category, kind = excluded.kind, status = excluded.status,
         joined_on = excluded.joined_on, left_on = excluded.left_on, discount_percent = excluded.discount_percent,
         discount_ends_on = excluded.discount_ends_on, billing_address = excluded.billing_address,
         invoice_email = excluded.invoice_email, purchase_order_required = excluded.purchase_order_required,
         accountable_body_reference = excluded.accountable_body_reference, domains = excluded.domains,
         version = excluded.version
       WHERE known.version <= excluded.version`,
      [
        organisation.id,
        organisation.name,
        organisation.category,
        organisation.kind,
        organisation.status,
        organisation.joinedOn,
        organisation.leftOn,
        discount?.percent ?? null,
        discount?.endsOn ?? null,
        organisation.billingAddress,
        organisation.invoiceEmail,
        organisation.purchaseOrderRequired,
        organisation.accountableBodyReference,
        organisation.domains,
        version,
      ],
    );
  }

  /** What else there is to know comes by `organisation-changed`, of the same version. */
  async membership(
    manager: EntityManager,
    { organisationId, name, to }: Membership,
    version: number,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO organisations AS known (id, name, category, status, version) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE
       SET name = excluded.name, category = excluded.category, status = excluded.status, version = excluded.version
       WHERE known.version <= excluded.version`,
      [organisationId, name, to.category, to.status, version],
    );
  }
}
