import type { EntityManager } from 'typeorm';
import { isMember, type Status } from '../organisations/domain/organisation.js';
import { domainOf } from '../people/domain/email-address.js';

/** A member organisation, for whoever has an address with it. */
export interface OrganisationAtDomain {
  readonly id: string;
  readonly name: string;
}

/** The member organisation that the address's domain belongs to; `null` where there is none. */
export async function organisationAt(
  manager: EntityManager,
  address: string,
): Promise<OrganisationAtDomain | null> {
  const rows: { id: string; name: string; status: Status }[] = await manager.query(
    `SELECT o.id, o.name, o.status FROM organisation_domains d JOIN organisations o ON o.id = d.organisation_id
     WHERE d.domain = $1`,
    [domainOf(address)],
  );
  const found = rows.find(({ status }) => isMember(status));
  return found ? { id: found.id, name: found.name } : null;
}
