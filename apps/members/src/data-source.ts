import type { DataSource } from 'typeorm';
import { postgresDataSource } from '#platform';
import { CreateOrganisations1763776800000 } from './migrations/1763776800000-create-organisations.js';
import { OrganisationRow } from './organisations/organisation.entity.js';

/** @param databaseUrl the address of the service's own role */
export function createDataSource(databaseUrl: string): DataSource {
  return postgresDataSource({
    url: databaseUrl,
    schema: 'members',
    entities: [OrganisationRow],
    migrations: [CreateOrganisations1763776800000],
  });
}
