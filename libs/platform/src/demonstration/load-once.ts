import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { inOneTransaction } from './one-transaction.js';

/**
 * Loads a demonstration into a database that has nothing of the kind yet. All of it is one transaction: where it is broken off,
 * the next start finds nothing and begins anew.
 *
 * @param dataSource not connected yet; it is let go in the end
 * @param rows of which there are none before
 * @param load as for {@link inOneTransaction}; returns what was loaded, in words
 * @returns those words; `null` where there were such rows already
 */
export async function loadOnce(
  dataSource: DataSource,
  rows: EntityTarget<ObjectLiteral>,
  load: (within: DataSource) => Promise<string>,
): Promise<string | null> {
  await dataSource.initialize();
  try {
    if (await dataSource.manager.exists(rows)) return null;
    return await inOneTransaction(dataSource, load);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
  }
}
