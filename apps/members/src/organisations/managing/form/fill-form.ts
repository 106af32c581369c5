import { Temporal } from 'temporal-polyfill';
import type { SubmittedValues } from '#ui';
import type { OrganisationDetails } from '../../domain/organisation.js';

/** The form as it is filled in with what an organisation's record says. */
export function fillDetails(details: OrganisationDetails): SubmittedValues {
  const { discount } = details;
  return {
    name: details.name,
    kind: details.kind,
    ...boxes('joinedOn', details.joinedOn),
    ...boxes('leftOn', details.leftOn),
    domains: details.domains.join('\n'),
    billingAddress: details.billingAddress ?? '',
    invoiceEmail: details.invoiceEmail ?? '',
    purchaseOrderRequired: details.purchaseOrderRequired ? 'yes' : '',
    accountableBodyReference: details.accountableBodyReference ?? '',
    'discount.percent': discount === null ? '' : String(discount.percent),
    'discount.reason': discount?.reason ?? '',
    ...boxes('discount.endsOn', discount?.endsOn ?? null),
    staffNotes: details.staffNotes ?? '',
  };
}

/** @param date ISO date */
export function boxes(name: string, date: string | null): SubmittedValues {
  const parts = date === null ? null : Temporal.PlainDate.from(date);
  return {
    [`${name}.day`]: parts === null ? '' : String(parts.day),
    [`${name}.month`]: parts === null ? '' : String(parts.month),
    [`${name}.year`]: parts === null ? '' : String(parts.year),
  };
}
