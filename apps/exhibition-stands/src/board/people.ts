import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, steps]: [unknown, number] = await manager.query(
    'UPDATE draft_steps SET person_id = NULL, person_name = $2 WHERE person_id = $1',
    [id, erasedName],
  );
  return counted(
    steps,
    'change of a draft rota names them no longer',
    'changes of draft rotas name them no longer',
  );
}

/** What the drafts of rotas hold of people: who of the staff changed them. Whom they place is of the team. */
export const draftsOfPeople: PersonPart = {
  columns: [{ table: 'draft_steps', column: 'person_id' }],
  held: [
    {
      key: 'draftSteps',
      title: 'Changes that you made to draft rotas',
      columns: { exhibition: 'Exhibition', at: 'When', act: 'What', name: 'Under the name of' },
      query: `SELECT e.title AS exhibition, s.at, s.act, s.person_name AS name
        FROM draft_steps s JOIN exhibitions e ON e.id = s.exhibition_id WHERE s.person_id = $1 ORDER BY s.at`,
    },
  ],
  forget,
};
