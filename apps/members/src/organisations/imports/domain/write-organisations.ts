import { joinWords, writeTable } from '#csv';
import type { Organisation } from '../../domain/organisation.js';
import { organisationColumns, type OrganisationColumn } from './organisation-columns.js';

/** Organisations as a CSV file that `readOrganisations` reads as the same organisations. */
export function writeOrganisations(organisations: readonly Organisation[]): string {
  const rows = organisations.map((organisation) => {
    const cells = cellsOf(organisation);
    return organisationColumns.map((column) => cells[column]);
  });
  return writeTable(organisationColumns, rows);
}

function cellsOf(organisation: Organisation): Record<OrganisationColumn, string> {
  const { id, name, category, kind, status, discount } = organisation;
  return {
    id,
    name,
    category,
    kind,
    status,
    reason: organisation.statusReason ?? '',
    joined: organisation.joinedOn ?? '',
    left: organisation.leftOn ?? '',
    discount_percent: discount?.percent.toString() ?? '',
    discount_reason: discount?.reason ?? '',
    discount_ends: discount?.endsOn ?? '',
    invoice_email: organisation.invoiceEmail ?? '',
    billing_address: organisation.billingAddress ?? '',
    purchase_order_required: organisation.purchaseOrderRequired ? 'yes' : 'no',
    reference: organisation.accountableBodyReference ?? '',
    domains: joinWords(organisation.domains),
    notes: organisation.staffNotes ?? '',
  };
}
