import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { createDataSource } from '../data-source.js';
import { categories } from '../organisations/domain/organisation.js';
import { OrganisationRow } from '../organisations/organisation.entity.js';

const lines = z.array(
  z.object({
    name: z.string().min(1),
    category: z.enum(categories),
    kind: z.string().min(1),
    since: z.iso.date().or(z.literal('')),
  }),
);

/**
 * Puts the network's real member organisations into an empty database.
 *
 * @returns a sentence that says what was loaded; `null` when there were organisations already
 */
export async function loadDemo(databaseUrl: string): Promise<string | null> {
  const file = readFileSync(new URL('organisations.csv', import.meta.url), 'utf8');
  const organisations = lines.parse(parse(file, { columns: true }));
  const dataSource = await createDataSource(databaseUrl).initialize();
  try {
    return await dataSource.transaction(async (manager) => {
      if (await manager.exists(OrganisationRow)) return null;
      await manager.insert(
        OrganisationRow,
        organisations.map(({ name, category, kind, since }) => ({
          id: uuidv7(),
          name,
          category,
          kind,
          joinedOn: since === '' ? null : since,
        })),
      );
      return `Demonstration data: ${organisations.length} member organisations.`;
    });
  } finally {
    await dataSource.destroy();
  }
}
