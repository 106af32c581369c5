import { MembershipChangeRow } from './membership-change.entity.js';
import { OrganisationDomainRow } from './organisation-domain.entity.js';
import { OrganisationRevisionRow } from './organisation-revision.entity.js';
import { OrganisationRow } from './organisation.entity.js';

/** The tables that hold organisations. */
export const organisationEntities = [
  OrganisationRow,
  OrganisationDomainRow,
  OrganisationRevisionRow,
  MembershipChangeRow,
];
