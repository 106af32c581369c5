import pg from 'pg';
import { reasonOf, StartError } from '../start-error.ts';

/** The oldest PostgreSQL that is known to work, as `server_version_num` counts. */
const oldest = 150_000;

/**
 * Makes sure that the database of `DATABASE_URL` answers and is recent enough.
 *
 * @throws StartError naming DATABASE_URL, never showing its password
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const { host, pathname } = new URL(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  let version: number;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int AS version`,
    );
    version = rows[0]?.version ?? 0;
  } catch (error) {
    throw new StartError(
      `DATABASE_URL: the database "${pathname.slice(1)}" at ${host} cannot be reached: ${reasonOf(error)}.`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => {});
  }
  if (version < oldest) {
    throw new StartError(
      `DATABASE_URL: ${host} runs PostgreSQL ${Math.floor(version / 10_000)}; version 15 or later is needed.`,
    );
  }
}

/** Creates a database unless it is there. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!known.rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
