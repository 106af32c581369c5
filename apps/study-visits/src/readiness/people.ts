import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** What they agreed to goes; that somebody was written to stays, with no name in it. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, consents]: [unknown, number] = await manager.query(
    `DELETE FROM traveller_consents c USING travellers t
     WHERE t.id = c.traveller_id AND (t.person_id = $1 OR lower(t.email) = $2)`,
    [id, email],
  );
  return counted(consents, 'answer on who may know deleted', 'answers on who may know deleted');
}

const theirs = `t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)`;

/** What travellers agreed to, how their papers were judged, when they were written to. */
export const readinessOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'travelConsents',
      title: 'Who may know that you travel with a study visit',
      columns: {
        visit: 'Visit',
        hosts: 'Hosts',
        party: 'The others',
        photos: 'Photos',
        words: 'Asked in these words',
        at: 'When',
      },
      query: `SELECT v.title AS visit, c.hosts, c.party, c.photos, c.words, c.said_at AS at
        FROM traveller_consents c JOIN travellers t ON t.id = c.traveller_id JOIN visits v ON v.id = t.visit_id
        WHERE ${theirs} ORDER BY v.first_day`,
    },
    {
      key: 'travelPapers',
      title: 'How your papers for study visits were judged',
      columns: { visit: 'Visit', item: 'What', status: 'State', at: 'When' },
      query: `SELECT v.title AS visit, m.item, m.status, m.judged_at AS at
        FROM readiness_marks m JOIN travellers t ON t.id = m.traveller_id JOIN visits v ON v.id = t.visit_id
        WHERE ${theirs} ORDER BY v.first_day, m.item`,
    },
    {
      key: 'travelReminders',
      title: 'When we wrote to you of what was missing for a study visit',
      columns: { visit: 'Visit', on: 'When', items: 'What' },
      query: `SELECT v.title AS visit, c.sent_on::text AS on, array_to_string(c.items, ', ') AS items
        FROM readiness_chases c JOIN travellers t ON t.id = c.traveller_id JOIN visits v ON v.id = t.visit_id
        WHERE ${theirs} ORDER BY c.sent_on`,
    },
  ],
  forget,
};
