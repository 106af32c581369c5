import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** A name in the rules' history, with the id that says whose it is. */
async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, lines]: [unknown, number] = await manager.query(
    `UPDATE destination_rule_history
     SET person_name = CASE WHEN person_id = $1 THEN $2 ELSE person_name END,
       actor_name = CASE WHEN actor_id = $1 THEN $2 ELSE actor_name END,
       person_id = nullif(person_id, $1), actor_id = nullif(actor_id, $1)
     WHERE person_id = $1 OR actor_id = $1`,
    [id, erasedName],
  );
  return counted(lines, 'name in the history of rules replaced', 'names in the history of rules replaced');
}

/** Who changed the rules of borders. */
export const destinationRulesOfPeople: PersonPart = {
  columns: [
    { table: 'destination_rule_history', column: 'person_id' },
    { table: 'destination_rule_history', column: 'actor_id' },
  ],
  held: [
    {
      key: 'ruleChanges',
      title: 'Rules of borders that you changed',
      columns: { at: 'When', action: 'What', name: 'Under the name of', actor: 'Done by' },
      query: `SELECT h.at, h.action, h.person_name AS name, coalesce(h.actor_name, h.person_name) AS actor
        FROM destination_rule_history h WHERE h.person_id = $1 OR h.actor_id = $1 ORDER BY h.at`,
    },
  ],
  forget,
};
