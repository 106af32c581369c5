import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** That they were sent briefings goes; what the briefings said goes with the papers. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, mails]: [unknown, number] = await manager.query(
    `DELETE FROM briefing_mails
     WHERE traveller_id IN (SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2)`,
    [id, email],
  );
  return counted(mails, 'briefing that they were sent forgotten', 'briefings that they were sent forgotten');
}

/** Which briefings travellers were sent. */
export const briefingsOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'briefings',
      title: 'Briefings for days of study visits that you were sent',
      columns: { visit: 'Visit', day: 'Day', number: 'Version', sent: 'Sent' },
      query: `SELECT v.title AS visit, m.day::text AS day, m.number, m.sent_at AS sent
        FROM briefing_mails m JOIN travellers t ON t.id = m.traveller_id JOIN visits v ON v.id = m.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY m.day`,
    },
  ],
  forget,
};
