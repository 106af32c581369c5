import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, conferences]: [unknown, number] = await manager.query(
    'UPDATE known_delegates SET person_id = NULL WHERE person_id = $1',
    [id],
  );
  return counted(
    conferences,
    'conference that they take part in forgotten',
    'conferences that they take part in forgotten',
  );
}

/**
 * In which of the network's own conferences people take part.
 *
 * @param why the app keeps it, for their own eyes: "so that nobody asks you to be on a stand then"
 */
export const attendedConferencesOfPeople = (why: string): PersonPart => ({
  columns: [{ table: 'known_delegates', column: 'person_id' }],
  held: [
    {
      key: 'commitments',
      title: `Conferences that you take part in, ${why}`,
      columns: { conference: 'Conference', firstDay: 'From' },
      query: `SELECT coalesce(c.facts ->> 'title', 'Not known yet') AS conference, c.facts #>> '{when,days,0,date}' AS "firstDay"
        FROM known_delegates d LEFT JOIN known_conferences c ON c.id = d.conference_id
        WHERE d.person_id = $1 ORDER BY 2, 1`,
    },
  ],
  forget,
});
