import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, had] = await manager.query<[unknown, number]>(
    'DELETE FROM program_searches WHERE person_id = $1',
    [id],
  );
  return counted(had, 'search for a rota forgotten', 'searches for rotas forgotten');
}

/** Who had rotas searched for within the last minutes. */
export const programSearchesOfPeople: PersonPart = {
  columns: [{ table: 'program_searches', column: 'person_id' }],
  held: [
    {
      key: 'programSearches',
      title: 'Rotas that your programs had searched for',
      columns: { began: 'When', ended: 'Until' },
      query:
        'SELECT began_at AS began, ended_at AS ended FROM program_searches WHERE person_id = $1 ORDER BY began_at',
    },
  ],
  forget,
};
