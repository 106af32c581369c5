import type { EntityManager } from 'typeorm';
import { counted, eraseNames, type Leaving, type PersonPart } from '#people';

/** Reports may name anybody; there are few. To be done before the travellers forget whom they are of. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const travellers: { name: string }[] = await manager.query(
    'SELECT name FROM travellers WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const marks = [name, email, ...travellers.map((traveller) => traveller.name)].filter(
    (mark) => mark !== null,
  );
  const where = 'cardinality($1::text[]) = 0';
  let named = 0;
  for (const column of ['purpose', 'learned', 'recommendations', 'came_true']) {
    named += await eraseNames(
      manager,
      { table: 'board_reports', column, key: ['visit_id'], where },
      [],
      marks,
    );
  }
  return counted(named, 'part of a report names them no longer', 'parts of reports name them no longer');
}

/** Whom reports for the board may name. */
export const boardReportsOfPeople: PersonPart = { columns: [], held: [], forget };
