import { byItself, type Actor } from '#platform';
import { createDataSource } from '../data-source.js';
import { OrganisationRow } from '../organisations/organisation.entity.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { loadOrganisations } from './organisations.js';

const actor: Actor = { identity: byItself('Demonstration data'), requestId: 'demonstration' };

/**
 * Loads the demonstration into a database that holds no organisations yet.
 *
 * @param databaseUrl the address of the service's own role
 * @returns a sentence that says what was loaded; `null` when there were organisations already
 */
export async function loadDemo(databaseUrl: string): Promise<string | null> {
  const dataSource = await createDataSource(databaseUrl).initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      if (await manager.exists(OrganisationRow)) return null;
      const organisations = await loadOrganisations(manager, new OrganisationsRepository(dataSource), actor);
      return `Demonstration data: ${organisations.length} member organisations.`;
    });
  } finally {
    await dataSource.destroy();
  }
}
