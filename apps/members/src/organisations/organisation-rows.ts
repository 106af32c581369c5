import { dateOf, instantOf } from '#platform';
import { nameKey } from './domain/name-key.js';
import type { Discount, Organisation } from './domain/organisation.js';
import type { OrganisationRow } from './organisation.entity.js';

/** @param domains of its e-mail addresses, in any order */
export function organisationFromRow(row: OrganisationRow, domains: readonly string[]): Organisation {
  const { id, name, category, kind, status, statusReason, joinedOn, leftOn } = row;
  const { billingAddress, invoiceEmail, purchaseOrderRequired, accountableBodyReference, staffNotes } = row;
  return {
    id,
    name,
    category,
    kind,
    status,
    statusReason,
    joinedOn,
    leftOn,
    discount: discountOf(row),
    billingAddress,
    invoiceEmail,
    purchaseOrderRequired,
    accountableBodyReference,
    staffNotes,
    domains: domains.toSorted(),
    version: row.version,
    createdAt: instantOf(row.createdAt),
    changedAt: instantOf(row.changedAt),
  };
}

/** The row of an organisation; its domains are rows of their own. */
export function organisationToRow(organisation: Organisation): OrganisationRow {
  const { discount, domains: _, createdAt, changedAt, ...rest } = organisation;
  return {
    ...rest,
    nameKey: nameKey(organisation.name),
    discountPercent: discount?.percent ?? null,
    discountReason: discount?.reason ?? null,
    discountEndsOn: discount?.endsOn ?? null,
    createdAt: dateOf(createdAt),
    changedAt: dateOf(changedAt),
  };
}

function discountOf(row: OrganisationRow): Discount | null {
  const { discountPercent: percent, discountReason: reason, discountEndsOn: endsOn } = row;
  return percent === null || reason === null ? null : { percent, reason, endsOn };
}
