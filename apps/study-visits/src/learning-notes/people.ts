import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** What they wrote goes, also off the visit’s page. To be done before the travellers forget whom they are of. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, notes]: [unknown, number] = await manager.query(
    `DELETE FROM learning_notes WHERE traveller_id IN (
       SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2)`,
    [id, email],
  );
  return counted(notes, 'learning note deleted', 'learning notes deleted');
}

/** What travellers learned. */
export const learningNotesOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'learningNotes',
      title: 'What you wrote down of study visits',
      columns: {
        visit: 'Visit',
        heading: 'Heading',
        text: 'Your words',
        status: 'State',
        consent: 'You agreed that everybody may read it on',
      },
      query: `SELECT v.title AS visit, n.title AS heading, n.text, n.status, n.consent_at AS consent
        FROM learning_notes n JOIN travellers t ON t.id = n.traveller_id JOIN visits v ON v.id = n.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day`,
    },
  ],
  forget,
};
