import type { DataSource } from 'typeorm';
import { postgresDataSource } from '#platform';
import { AuditEntryRow } from './audit/audit-entry.entity.js';
import { CreateOrganisations1763776800000 } from './migrations/1763776800000-create-organisations.js';
import { CreatePeople1763780400000 } from './migrations/1763780400000-create-people.js';
import { CreateAuditEntries1763780401000 } from './migrations/1763780401000-create-audit-entries.js';
import { OrganisationRow } from './organisations/organisation.entity.js';
import { peopleEntities } from './people/people-entities.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'members',
    entities: [OrganisationRow, ...peopleEntities, AuditEntryRow],
    migrations: [
      CreateOrganisations1763776800000,
      CreatePeople1763780400000,
      CreateAuditEntries1763780401000,
    ],
  });
}
