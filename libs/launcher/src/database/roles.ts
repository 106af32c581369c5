import { createHmac } from 'node:crypto';
import pg from 'pg';
import { variablePrefix, type App } from '../apps.ts';

/** What a service needs to reach its own data and nobody else's. */
export interface Login {
  readonly role: string;
  readonly password: string;
}

/** What has a role and a schema of its own. */
export interface SchemaOwner {
  readonly name: string;
  readonly schema: string;
}

/** An app that keeps data. */
export type AppWithData = App & SchemaOwner;

export function keepsData(app: App): app is AppWithData {
  return app.schema !== null;
}

/**
 * The owner's role and password: those of `<NAME>_DATABASE_URL` where that is set, as on several machines that share a
 * database; else the schema's name and a password derived from the installation's secret.
 */
export function loginOf(owner: SchemaOwner, secret: string, env: NodeJS.ProcessEnv): Login {
  const given = env[`${variablePrefix(owner)}_DATABASE_URL`];
  if (given) {
    const { username, password } = new URL(given);
    return { role: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  return {
    role: owner.schema,
    password: createHmac('sha256', secret).update(owner.schema).digest('base64url'),
  };
}

/** The database's address with another login. */
export function urlFor(databaseUrl: string, { role, password }: Login): string {
  const url = new URL(databaseUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** Held while roles and schemas are made, so that two set-ups of one database wait for each other. */
const setUpLock = 5_741_101;

/**
 * Gives each owner a login role and a schema of its own, which no other role can see into. Doing it again changes
 * nothing but the password.
 *
 * @param adminUrl the database, for a user who may create roles and schemas
 */
export async function setUpRoles(
  adminUrl: string,
  owners: readonly SchemaOwner[],
  login: (owner: SchemaOwner) => Login,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [setUpLock]);
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const database = client.escapeIdentifier(rows[0]?.name ?? '');
    await client.query('BEGIN');
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    for (const owner of owners) await setUpRole(client, database, owner.schema, login(owner));
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

async function setUpRole(client: pg.Client, database: string, schema: string, login: Login): Promise<void> {
  const role = client.escapeIdentifier(login.role);
  const password = client.escapeLiteral(login.password);
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [login.role]);
  await client.query(`${known.rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${password}`);
  // An administrator who is no superuser may make a schema only for a role that he is a member of.
  await client.query(`GRANT ${role} TO CURRENT_USER`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${database} TO ${role}`);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)} AUTHORIZATION ${role}`);
  await client.query(
    `ALTER ROLE ${role} IN DATABASE ${database} SET search_path = ${client.escapeIdentifier(schema)}`,
  );
  await client.query(`ALTER ROLE ${role} IN DATABASE ${database} SET timezone = 'UTC'`);
  await client.query(
    `ALTER ROLE ${role} IN DATABASE ${database} SET default_transaction_isolation = 'read committed'`,
  );
}
