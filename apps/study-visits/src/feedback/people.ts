import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** What they said goes while it is known to be theirs. To be done before the travellers forget whom they are of. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, answers]: [unknown, number] = await manager.query(
    `DELETE FROM visit_feedback WHERE traveller_id IN (
       SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2)`,
    [id, email],
  );
  return counted(answers, 'answer how a visit was deleted', 'answers how visits were deleted');
}

/** What travellers said of visits, while it is known whose it is. */
export const feedbackOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'visitFeedback',
      title: 'What you told us of how a study visit was',
      columns: {
        visit: 'Visit',
        overall: 'All in all, of 5',
        programme: 'What you saw',
        organisation: 'How it was led',
        journey: 'Travel, rooms, meals',
        recommend: 'Would you tell a colleague to go',
        best: 'What was worth most',
        change: 'What to do differently',
      },
      query: `SELECT v.title AS visit, f.overall, f.programme, f.organisation, f.journey, f.recommend, f.best,
          f.to_change AS change
        FROM visit_feedback f JOIN travellers t ON t.id = f.traveller_id JOIN visits v ON v.id = f.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day`,
    },
  ],
  forget,
};
