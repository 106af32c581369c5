import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** That somebody interpreted stays; who it was, goes. */
async function forget(manager: EntityManager, { email }: Leaving): Promise<readonly string[]> {
  const [, interpreters]: [unknown, number] = await manager.query(
    `UPDATE interpreters SET name = $2, email = NULL, phone = NULL, notes = '', version = version + 1
     WHERE lower(email) = $1`,
    [email, erasedName],
  );
  return counted(interpreters, 'interpreter’s name replaced', 'interpreters’ names replaced');
}

/** Who interprets for visits. */
export const interpretersOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'interpreting',
      title: 'You as an interpreter of study visits',
      columns: {
        name: 'Name',
        languages: 'Languages',
        email: 'Mail address',
        phone: 'Phone',
        notes: 'Notes',
      },
      query: `SELECT name, array_to_string(languages, ', ') AS languages, email, phone, notes FROM interpreters
        WHERE lower(email) = (SELECT lower(email) FROM people WHERE id = $1)`,
    },
  ],
  forget,
};
