import type { FieldProblem } from '#checks';
import type { FileProblem } from '#csv';
import type { OrganisationColumn } from './organisation-columns.js';

/** Which column a field of an organisation is read from. */
const columns: Readonly<Record<string, OrganisationColumn>> = {
  name: 'name',
  category: 'category',
  kind: 'kind',
  status: 'status',
  reason: 'reason',
  joinedOn: 'joined',
  leftOn: 'left',
  'discount.percent': 'discount_percent',
  'discount.reason': 'discount_reason',
  'discount.endsOn': 'discount_ends',
  billingAddress: 'billing_address',
  invoiceEmail: 'invoice_email',
  accountableBodyReference: 'reference',
  staffNotes: 'notes',
  domains: 'domains',
};

/**
 * A field's problem as one of the column that it was read from.
 *
 * @param dateColumn where the day stands from which a change holds
 */
export function problemIn(
  line: number,
  { field, message }: FieldProblem,
  dateColumn: OrganisationColumn | null = null,
): FileProblem {
  return { line, column: field === 'on' ? dateColumn : (columns[field] ?? null), message };
}
