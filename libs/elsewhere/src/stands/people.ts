import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, { id }: Leaving): Promise<readonly string[]> {
  const [, shifts]: [unknown, number] = await manager.query(
    'UPDATE stand_shifts SET person_id = NULL WHERE person_id = $1',
    [id],
  );
  return counted(shifts, 'shift on a stand forgotten', 'shifts on stands forgotten');
}

/**
 * When people are on the network's stands.
 *
 * @param why the app keeps it, for their own eyes: "so that we can tell you if you are booked twice"
 */
export const standShiftsOfPeople = (why: string): PersonPart => ({
  columns: [{ table: 'stand_shifts', column: 'person_id' }],
  held: [
    {
      key: 'standShifts',
      title: `When you are on a stand, ${why}`,
      columns: { exhibition: 'Exhibition', from: 'From', until: 'Until' },
      query: `SELECT exhibition_title AS exhibition, starts_at AS "from", ends_at AS until FROM stand_shifts
        WHERE person_id = $1 ORDER BY starts_at`,
    },
  ],
  forget,
});
