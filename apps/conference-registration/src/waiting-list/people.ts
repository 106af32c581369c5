import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, entries]: [unknown, number] = await manager.query(
    `UPDATE waiting_entries SET person_id = NULL, name = $3, email = '', secret_hash = NULL,
       status = CASE WHEN status IN ('waiting', 'offered') THEN 'left' ELSE status END,
       organisation_name = CASE WHEN organisation_name = name THEN $3 ELSE organisation_name END
     WHERE person_id = $1 OR lower(email) = $2`,
    [id, email, erasedName],
  );
  return counted(entries, 'name on a waiting list replaced', 'names on waiting lists replaced');
}

/** What waiting lists hold of people: who waits. */
export const waitingListOfPeople: PersonPart = {
  columns: [{ table: 'waiting_entries', column: 'person_id' }],
  held: [
    {
      key: 'waiting',
      title: 'Waiting lists that you are on, or were',
      columns: {
        conference: 'Conference',
        places: 'Places',
        status: 'State',
        name: 'Your name there',
        email: 'Mail address',
        since: 'Since',
      },
      query: `SELECT c.title AS conference, w.wanted AS places, w.status, w.name, w.email, w.joined_at AS since
        FROM waiting_entries w JOIN conferences c ON c.id = w.conference_id
        WHERE w.person_id = $1 OR lower(w.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY w.joined_at`,
    },
  ],
  forget,
};
