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
  const [, files]: [unknown, number] = await manager.query(
    `DELETE FROM paper_files WHERE traveller_id IN (${own})`,
    [id, email],
  );
  await manager.query('UPDATE paper_makings SET asked_by = NULL WHERE asked_by = $1', [id]);
  return [
    ...counted(
      papers,
      'paper of a study visit that named them emptied',
      'papers of study visits that named them emptied',
    ),
    ...counted(files, 'file of their papers deleted', 'files of their papers deleted'),
  ];
}

/** What travellers were given in writing, and what others were given that names them. */
export const papersOfPeople: PersonPart = {
  columns: [{ table: 'paper_makings', column: 'asked_by' }],
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
    {
      key: 'paperMakings',
      title: 'Times that you had everybody’s papers of a study visit made',
      columns: { visit: 'Visit', at: 'When' },
      query: `SELECT v.title AS visit, m.asked_at AS at FROM paper_makings m JOIN visits v ON v.id = m.visit_id
        WHERE m.asked_by = $1 ORDER BY m.asked_at`,
    },
  ],
  forget,
};
