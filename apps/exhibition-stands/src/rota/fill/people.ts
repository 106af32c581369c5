import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';
import { failures } from './fill.js';

/**
 * What a rota was found for says when each member of the team can come, so it goes for every exhibition that they are on
 * the team of; a search that is at work stops. To be done before the team forgets whom its members are.
 */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, asked] = await manager.query<[unknown, number]>(
    'UPDATE fills SET asked_by = NULL WHERE asked_by = $1',
    [id],
  );
  const [, found] = await manager.query<[unknown, number]>(
    `UPDATE fills SET problem = NULL, result = NULL,
       error = CASE WHEN finished_at IS NULL THEN $3 ELSE error END,
       status = CASE WHEN finished_at IS NULL THEN 'cancelled' ELSE status END,
       finished_at = coalesce(finished_at, now())
     WHERE problem IS NOT NULL AND exhibition_id IN (
       SELECT exhibition_id FROM team_members WHERE person_id = $1 OR lower(email) = $2)`,
    [id, email, failures.personErased],
  );
  return [
    ...counted(asked, 'filling of a rota names them no longer', 'fillings of rotas name them no longer'),
    ...counted(
      found,
      'filling of a rota forgotten that knew when they can come',
      'fillings of rotas forgotten that knew when they can come',
    ),
  ];
}

/** What fills hold of people: who asked, and what is known of the team by their ids there. */
export const fillsOfPeople: PersonPart = {
  columns: [{ table: 'fills', column: 'asked_by' }],
  held: [
    {
      key: 'rotaFills',
      title: 'Rotas that you had filled',
      columns: { exhibition: 'Exhibition', asked: 'When', status: 'State' },
      query: `SELECT e.title AS exhibition, f.asked_at AS asked, f.status
        FROM fills f JOIN exhibitions e ON e.id = f.exhibition_id WHERE f.asked_by = $1 ORDER BY f.asked_at`,
    },
  ],
  forget,
};
