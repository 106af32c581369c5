import type { Discount, Organisation } from './organisation.js';

/** What a revision tells of, in the order in which it does. */
export const revisedFields = [
  'name',
  'category',
  'kind',
  'status',
  'statusReason',
  'joinedOn',
  'leftOn',
  'domains',
  'discount',
  'billingAddress',
  'invoiceEmail',
  'purchaseOrderRequired',
  'accountableBodyReference',
  'staffNotes',
] as const satisfies readonly (keyof Organisation)[];

export type RevisedField = (typeof revisedFields)[number];

/** What a field says, on one line or several; empty when it says nothing. Dates stay as they are kept. */
export function fieldInWords(field: RevisedField, organisation: Organisation): string {
  switch (field) {
    case 'discount':
      return organisation.discount === null ? '' : discountInWords(organisation.discount);
    case 'purchaseOrderRequired':
      return organisation.purchaseOrderRequired ? 'yes' : 'no';
    case 'domains':
      return organisation.domains.join(', ');
    default:
      return organisation[field] ?? '';
  }
}

function discountInWords({ percent, reason, endsOn }: Discount): string {
  const end = endsOn === null ? 'without an end' : `until ${endsOn}`;
  return `${percent}% ${end}: ${reason}`;
}
