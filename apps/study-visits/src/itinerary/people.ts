import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** A name beside what was published; what a traveller was told of their own days, with the address of their feed. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, published]: [unknown, number] = await manager.query(
    'UPDATE itinerary_publications SET person_name = $2, person_id = NULL WHERE person_id = $1',
    [id, erasedName],
  );
  const own = 'traveller_id IN (SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2)';
  const [, feeds]: [unknown, number] = await manager.query(`DELETE FROM itinerary_feeds WHERE ${own}`, [
    id,
    email,
  ]);
  const [, items]: [unknown, number] = await manager.query(`DELETE FROM own_items WHERE ${own}`, [id, email]);
  await manager.query(`DELETE FROM itinerary_news WHERE ${own}`, [id, email]);
  await manager.query(`DELETE FROM itinerary_members WHERE ${own}`, [id, email]);
  return [
    ...counted(
      published,
      'name beside a published itinerary replaced',
      'names beside published itineraries replaced',
    ),
    ...counted(feeds, 'calendar of a visit closed', 'calendars of visits closed'),
    ...counted(items, 'entry of their own days deleted', 'entries of their own days deleted'),
  ];
}

/** What itineraries hold of people: who published them, and what each traveller was told. */
export const itinerariesOfPeople: PersonPart = {
  columns: [{ table: 'itinerary_publications', column: 'person_id' }],
  held: [
    {
      key: 'itinerariesPublished',
      title: 'Itineraries of study visits that you published',
      columns: { visit: 'Visit', number: 'Version', at: 'When' },
      query: `SELECT v.title AS visit, p.number, p.published_at AS at
        FROM itinerary_publications p JOIN visits v ON v.id = p.visit_id
        WHERE p.person_id = $1 ORDER BY p.published_at`,
    },
    {
      key: 'ownDays',
      title: 'What is planned for you on study visits',
      columns: { visit: 'Visit', title: 'What', starts: 'From', ends: 'Until', off: 'Called off' },
      query: `SELECT v.title AS visit, o.facts->>'title' AS title, o.facts->>'startsAt' AS starts,
          o.facts->>'endsAt' AS ends, o.is_off AS off
        FROM own_items o JOIN travellers t ON t.id = o.traveller_id JOIN visits v ON v.id = t.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY o.facts->>'startsAt'`,
    },
    {
      key: 'itineraryNews',
      title: 'Changes of your days on study visits that you were told of',
      columns: { visit: 'Visit', number: 'Version', told: 'Told', seen: 'Seen' },
      query: `SELECT v.title AS visit, n.number, n.told_at AS told, n.seen_at AS seen
        FROM itinerary_news n JOIN travellers t ON t.id = n.traveller_id JOIN visits v ON v.id = t.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY n.told_at`,
    },
  ],
  forget,
};
