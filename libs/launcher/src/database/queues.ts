import type { PgQueryable } from 'bullmq';
import pg from 'pg';
import { reasonOf, StartError } from '../start-error.ts';
import type { SchemaOwner } from './roles.ts';

/** What the services hand each other messages through, unless that is Redis; all of them have its login. */
export const queues: SchemaOwner = { name: 'queues', schema: 'queues' };

/** BullMQ makes its schema if need be, which ours has no right to, and for which there is no need. */
function withoutSchema(client: pg.Client): PgQueryable {
  const query: PgQueryable['query'] = async (text, values) => {
    if (text.startsWith('CREATE SCHEMA')) return { rows: [] };
    // Only without values may it be several statements.
    const { rows } = await (values === undefined ? client.query(text) : client.query(text, [...values]));
    return { rows };
  };
  return { query };
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ known: boolean }>(
    `SELECT to_regclass('migration') IS NOT NULL AS known`,
  );
  if (!rows[0]?.known) return 0;
  const found = await client.query<{ version: number | null }>(
    'SELECT max(version) AS version FROM migration',
  );
  return found.rows[0]?.version ?? 0;
}

/**
 * Brings the queues' tables up to date.
 *
 * @param databaseUrl the database, for the queues' own role
 * @returns how many migrations were new
 * @throws StartError with the database's own words
 */
export async function migrateQueues(databaseUrl: string): Promise<number> {
  // Loaded only here: few of those who need to know of the queues need this.
  const { LATEST_SCHEMA_VERSION, runMigrations } = await import('bullmq');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const before = await versionOf(client);
    await runMigrations(withoutSchema(client), queues.schema);
    return Math.max(0, LATEST_SCHEMA_VERSION - before);
  } catch (error) {
    throw new StartError(`The queues could not be brought up to date: ${reasonOf(error)}`, { cause: error });
  } finally {
    await client.end();
  }
}
