import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** That somebody stopped by stays; who it was, goes. */
async function forget(manager: EntityManager, { email }: Leaving): Promise<readonly string[]> {
  if (email === null) return [];
  const [, visits]: [unknown, number] = await manager.query(
    `UPDATE visitors SET name = NULL, email = NULL, organisation_name = NULL, interests = NULL, consent_at = NULL,
       consent_words = NULL WHERE lower(email) = $1`,
    [email],
  );
  // What waits to be confirmed has to be sent again, without them.
  const [, lists]: [unknown, number] = await manager.query(
    `DELETE FROM visitor_lists WHERE EXISTS (
       SELECT FROM jsonb_array_elements(rows) AS r WHERE lower(r #>> '{details,email}') = $1)`,
    [email],
  );
  return [
    ...counted(visits, 'visit to a stand forgotten', 'visits to stands forgotten'),
    ...counted(lists, 'list of visitors deleted', 'lists of visitors deleted'),
  ];
}

/** Who stopped by at stands. */
export const visitorsOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'standVisits',
      title: 'Stands where you asked to hear more from us',
      columns: {
        exhibition: 'Exhibition',
        at: 'When',
        name: 'Your name there',
        email: 'Mail address',
        interests: 'What interests you',
        words: 'What you agreed to',
      },
      query: `SELECT e.title AS exhibition, v.at, v.name, v.email, v.interests, v.consent_words AS words
        FROM visitors v JOIN exhibitions e ON e.id = v.exhibition_id
        WHERE lower(v.email) = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY v.at`,
    },
  ],
  forget,
};
