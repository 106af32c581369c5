import { Temporal } from 'temporal-polyfill';
import { fieldInWords, revisedFields, type RevisedField } from './field-words.js';
import type { Organisation, OrganisationDetails } from './organisation.js';

/** One field that a change altered, as the history keeps and shows it. Empty where there was nothing. */
export interface FieldChange {
  readonly field: RevisedField;
  readonly before: string;
  readonly after: string;
}

/**
 * What is different between two versions of an organisation, field by field, in words.
 *
 * @param before `null` for one that is new
 */
export function diff(before: Organisation | null, after: Organisation): readonly FieldChange[] {
  return revisedFields
    .map((field) => ({
      field,
      before: before === null ? '' : fieldInWords(field, before),
      after: fieldInWords(field, after),
    }))
    .filter((change) => change.before !== change.after);
}

/** The details of an organisation, and nothing else. */
export function detailsOf(organisation: OrganisationDetails): OrganisationDetails {
  const { name, kind, joinedOn, leftOn, discount, domains } = organisation;
  const { billingAddress, invoiceEmail, purchaseOrderRequired } = organisation;
  const { accountableBodyReference, staffNotes } = organisation;
  return {
    name,
    kind,
    joinedOn,
    leftOn,
    discount,
    billingAddress,
    invoiceEmail,
    purchaseOrderRequired,
    accountableBodyReference,
    staffNotes,
    domains,
  };
}

/** The organisation with new details and a higher version; details that are the same give the very same one back. */
export function revise(
  before: Organisation,
  details: OrganisationDetails,
  now: Temporal.Instant,
): Organisation {
  const after = { ...before, ...details };
  return diff(before, after).length === 0 ? before : { ...moveOn(before, now), ...details };
}

/** `version` and `changedAt` as every change moves them on; `changedAt` never goes back, even if a clock did. */
export function moveOn(organisation: Organisation, now: Temporal.Instant): Organisation {
  const changedAt = Temporal.Instant.compare(now, organisation.changedAt) > 0 ? now : organisation.changedAt;
  return { ...organisation, version: organisation.version + 1, changedAt };
}
