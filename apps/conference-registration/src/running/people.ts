import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '../members/person-part.js';

async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, lines]: [unknown, number] = await manager.query(
    `UPDATE conference_log
     SET person_name = CASE WHEN person_id = $1 THEN $2 ELSE person_name END,
       actor_name = CASE WHEN actor_id = $1 THEN $2 ELSE actor_name END,
       person_id = nullif(person_id, $1), actor_id = nullif(actor_id, $1)
     WHERE person_id = $1 OR actor_id = $1`,
    [id, erasedName],
  );
  return counted(lines, 'line of a conference’s log changed', 'lines of conferences’ logs changed');
}

/** What running conferences holds of people: who looked at private answers, who wrote to whom. Notes are with the bookings. */
export const runningOfPeople: PersonPart = {
  columns: [
    { table: 'conference_log', column: 'person_id' },
    { table: 'conference_log', column: 'actor_id' },
  ],
  held: [
    {
      key: 'conferenceLog',
      title: 'When you looked at private answers of delegates, or wrote to them',
      columns: {
        conference: 'Conference',
        at: 'When',
        act: 'What',
        name: 'Under the name of',
        actor: 'Done by',
      },
      query: `SELECT c.title AS conference, l.at, l.act, l.person_name AS name, coalesce(l.actor_name, l.person_name) AS actor
        FROM conference_log l JOIN conferences c ON c.id = l.conference_id
        WHERE l.person_id = $1 OR l.actor_id = $1 ORDER BY l.at`,
    },
  ],
  forget,
};
