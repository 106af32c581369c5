import { instantOf } from '#platform';
import { dateFromIso } from '../domain/dates.js';
import type { DetailsInput } from '../domain/details.js';
import type { Organisation } from '../domain/organisation.js';
import type { OrganisationRevisionRow } from '../organisation-revision.entity.js';
import type {
  OrganisationEdit,
  OrganisationOutput,
  OrganisationRevisionOutput,
} from './organisation.schema.js';

/** An organisation as the API tells of it. */
export function organisationJson(organisation: Organisation): OrganisationOutput {
  const { createdAt, changedAt, domains, discount, ...rest } = organisation;
  return {
    ...rest,
    discount: discount && { ...discount },
    domains: [...domains],
    createdAt: createdAt.toString(),
    changedAt: changedAt.toString(),
  };
}

/** What a program sends of an organisation, as the rules take it. */
export function readDetails({ discount, ...sent }: OrganisationEdit): DetailsInput {
  return {
    ...sent,
    joinedOn: dateFromIso(sent.joinedOn, 'joinedOn'),
    leftOn: dateFromIso(sent.leftOn, 'leftOn'),
    discount: discount && {
      percent: String(discount.percent),
      reason: discount.reason,
      endsOn: dateFromIso(discount.endsOn, 'discount.endsOn'),
    },
  };
}

/** One line of an organisation's history. */
export function revisionJson(row: OrganisationRevisionRow): OrganisationRevisionOutput {
  const { version, at, actorId, actorName, action, reason, changes } = row;
  return {
    version,
    at: instantOf(at).toString(),
    actorId,
    actorName,
    action: action as OrganisationRevisionOutput['action'],
    reason,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  };
}
