import { byItself, type Actor } from '#platform';
import { createDataSource } from '../data-source.js';
import { OrganisationRow } from '../organisations/organisation.entity.js';
import { OrganisationsRepository } from '../organisations/organisations.repository.js';
import { BoardRow } from '../people/board.entity.js';
import { PeopleRepository } from '../people/people.repository.js';
import { loadOrganisations } from './organisations.js';
import { loadPeople } from './people.js';

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
      const boards = await manager.find(BoardRow);
      const people = await loadPeople(
        manager,
        new PeopleRepository(dataSource),
        actor,
        organisations,
        new Map(boards.map(({ slug, name }) => [slug, name])),
      );
      return `Demonstration data: ${organisations.length} member organisations, ${people} people.`;
    });
  } finally {
    await dataSource.destroy();
  }
}
