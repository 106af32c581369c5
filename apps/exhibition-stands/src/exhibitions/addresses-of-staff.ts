import type { EntityManager } from 'typeorm';

/** Where members of staff are written to, in lower case. */
export async function addressesOfStaff(manager: EntityManager): Promise<ReadonlySet<string>> {
  const rows: { email: string }[] = await manager.query(
    `SELECT lower(email) AS email FROM people
     WHERE merged_into IS NULL AND email IS NOT NULL AND roles && '{staff,admin}'`,
  );
  return new Set(rows.map(({ email }) => email));
}
