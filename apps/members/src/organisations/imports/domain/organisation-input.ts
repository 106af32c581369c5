import { accepted, type Checked } from '#checks';
import type { DetailsInput } from '../../domain/details.js';
import type { Organisation } from '../../domain/organisation.js';
import { tidy, tidyLine } from './clean-cell.js';
import type { Cells } from './imported-row.js';
import { domainsIn } from './read-organisations.js';

/**
 * What an organisation's record is to say: what the row says, and for the columns that the file does not have what the record
 * says already. An empty cell empties what it stands for, but for what cannot be empty.
 *
 * @param before `null` for one that is new
 */
export function detailsInput(cells: Cells, before: Organisation | null): DetailsInput {
  const { discount = null } = before ?? {};
  return {
    name: textFrom(cells.name || undefined, before?.name) ?? '',
    kind: textFrom(cells.kind || undefined, before?.kind) ?? '',
    joinedOn: dateFrom(cells.joined, before?.joinedOn),
    leftOn: dateFrom(cells.left, before?.leftOn),
    discount: {
      percent: cells.discount_percent ?? discount?.percent.toString() ?? '',
      reason: textFrom(cells.discount_reason, discount?.reason) ?? '',
      endsOn: dateFrom(cells.discount_ends, discount?.endsOn),
    },
    billingAddress: textFrom(cells.billing_address, before?.billingAddress),
    invoiceEmail: textFrom(cells.invoice_email, before?.invoiceEmail),
    purchaseOrderRequired: cells.purchase_order_required
      ? cells.purchase_order_required === 'yes'
      : (before?.purchaseOrderRequired ?? false),
    accountableBodyReference: textFrom(cells.reference, before?.accountableBodyReference),
    staffNotes: textFrom(cells.notes, before?.staffNotes),
    domains: cells.domains === undefined ? (before?.domains ?? []) : domainsIn(cells.domains),
  };
}

/** A tidied cell; a text on record that would be tidied to the same stays as it is, blank for blank. */
function textFrom(cell: string | undefined, otherwise: string | null = null): string | null {
  if (cell === undefined || (otherwise !== null && isSameText(cell, otherwise))) return otherwise;
  return cell;
}

/** Whether a tidied cell says what the text says. */
export const isSameText = (cell: string, text: string): boolean =>
  cell === tidy(text) || cell === tidyLine(text);

/** A cell's date, which has been read already. */
const dateFrom = (cell: string | undefined, otherwise: string | null = null): Checked<string | null> =>
  accepted(cell === undefined ? otherwise : cell || null);
