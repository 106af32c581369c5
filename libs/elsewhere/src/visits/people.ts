import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, travels]: [unknown, number] = await manager.query(
    'UPDATE known_travels SET person_id = NULL WHERE person_id = $1',
    [id],
  );
  return counted(
    travels,
    'study visit that they travel with forgotten',
    'study visits that they travel with forgotten',
  );
}

/**
 * With which of the network's study visits people travel.
 *
 * @param why the app keeps it, for their own eyes: "so that nobody asks you to be on a stand then"
 */
export const travelsOfPeople = (why: string): PersonPart => ({
  columns: [{ table: 'known_travels', column: 'person_id' }],
  held: [
    {
      key: 'studyVisits',
      title: `Study visits that you travel with, ${why}`,
      columns: { visit: 'Study visit', from: 'From', until: 'Until' },
      query: `SELECT visit_title AS visit, first_day AS "from", last_day AS until FROM known_travels
        WHERE person_id = $1 ORDER BY first_day`,
    },
  ],
  forget,
});
