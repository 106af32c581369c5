import type { Traveller } from './domain/traveller.js';
import type { TravellerRow } from './traveller.entity.js';

/** A traveller as their row says it. */
export function travellerOf(row: TravellerRow): Traveller {
  return {
    id: row.id,
    visitId: row.visitId,
    number: row.number,
    part: row.part,
    applicationId: row.applicationId,
    personId: row.personId,
    name: row.name,
    email: row.email,
    phone: row.phone,
    jobTitle: row.jobTitle,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    category: row.category,
    countsAs: row.countsAs,
    funded: row.funded,
    status: row.status,
    replaces: row.replaces,
    version: row.version,
  };
}
