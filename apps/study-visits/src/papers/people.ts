import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** Papers that are theirs go; of others that name them, what they said is kept no longer, and the numbers stay. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const own = 'SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2';
  const [, papers]: [unknown, number] = await manager.query(
    `UPDATE papers SET content = NULL, names = '{}'
     WHERE content IS NOT NULL AND names && ARRAY(${own})`,
    [id, email],
  );
  return counted(
    papers,
    'paper of a study visit that named them emptied',
    'papers of study visits that named them emptied',
  );
}

/** What travellers were given in writing, and what others were given that names them. */
export const papersOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'visitPapers',
      title: 'Papers of study visits that are yours or name you',
      columns: { visit: 'Visit', title: 'What', number: 'Version', at: 'When' },
      query: `SELECT v.title AS visit, p.content->>'title' AS title, p.number, p.made_at AS at
        FROM papers p JOIN visits v ON v.id = p.visit_id
        WHERE p.content IS NOT NULL AND p.names && ARRAY(SELECT id FROM travellers
          WHERE person_id = $1 OR lower(email) = (SELECT lower(email) FROM people WHERE id = $1))
        ORDER BY p.made_at, p.kind, p.number`,
    },
  ],
  forget,
};
