import type { EntityManager } from 'typeorm';

/** Advisory locks of imports: the first key of the pair. */
const runningImports = 5_741_201;
const writingImport = 5_741_202;

/**
 * Holds, until the transaction ends, what tells that the import is being run. The database lets it go when the process
 * dies, so that a dead import is known at once and can be tried again.
 *
 * @returns whether nobody else was running it
 */
export async function holdImport(manager: EntityManager, id: string): Promise<boolean> {
  const [row] = await manager.query<{ held: boolean }[]>(
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS held',
    [runningImports, id],
  );
  return row?.held ?? false;
}

/** SQL that tells whether somebody is running the import `i`. It takes no lock itself. */
export const isHeld = `EXISTS (
  SELECT 1 FROM pg_locks l
  WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    AND l.classid = ${runningImports}::oid
    AND l.objid = (hashtext(i.id::text)::bigint & 4294967295)::oid
)`;

/**
 * Waits until no other import of this app is writing: two that write the same names would only make one another fail.
 *
 * @throws Error when the other one takes longer than ten minutes
 */
export async function awaitTurn(manager: EntityManager): Promise<void> {
  await manager.query(`SET LOCAL statement_timeout = '10min'`);
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))', [writingImport]);
  await manager.query(`SET LOCAL statement_timeout = '60s'`);
}
