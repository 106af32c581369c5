import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** The travellers that somebody is, by id or address. */
const own = `SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2`;

/** That a seat was taken stays; what was booked under their name, and how they travel on their own, goes. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const marks = await marksOf(manager, { id, name, email });
  const [, booked]: [unknown, number] = await manager.query(
    `UPDATE leg_travellers SET booking_reference = NULL WHERE booking_reference IS NOT NULL AND traveller_id IN (${own})`,
    [id, email],
  );
  const [, alone]: [unknown, number] = await manager.query(
    `DELETE FROM own_travel WHERE traveller_id IN (${own})`,
    [id, email],
  );
  await manager.query(`DELETE FROM told_travel WHERE traveller_id IN (${own})`, [id, email]);
  const where = 'cardinality($1::text[]) = 0';
  for (const [table, column, ...key] of words) {
    await eraseNames(manager, { table, column, key, where }, [], marks);
  }
  return [
    ...counted(booked, 'booking reference of a journey deleted', 'booking references of journeys deleted'),
    ...counted(alone, 'own way to or from a visit deleted', 'own ways to or from visits deleted'),
  ];
}

/** Where somebody may be named in what staff or others wrote. */
const words = [
  ['legs', 'title', 'id'],
  ['legs', 'vehicle', 'id'],
  ['legs', 'meeting_point', 'id'],
  ['legs', 'note', 'id'],
  ['legs', 'status_reason', 'id'],
  ['sent_manifests', 'facts', 'id'],
  ['own_travel', 'words', 'traveller_id', 'way'],
  ['own_travel', 'place', 'traveller_id', 'way'],
] as const;

/** What somebody is known by: on the site, and on each visit. */
async function marksOf(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const travellers: { name: string }[] = await manager.query(
    'SELECT name FROM travellers WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const marks = [name ?? '', email ?? '', ...travellers.map((traveller) => traveller.name)];
  return [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName);
}

/** How travellers travel; it comes before they themselves are forgotten, since it is found by them. */
export const travelOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'travelLegs',
      title: 'Journeys with study visits',
      columns: {
        visit: 'Visit',
        leg: 'Leg',
        departs: 'Departs',
        reference: 'Booking reference',
        seat: 'Seat',
      },
      query: `SELECT v.title AS visit, l.title AS leg, l.departs_at AS departs, p.booking_reference AS reference, p.seat
        FROM leg_travellers p JOIN legs l ON l.id = p.leg_id JOIN visits v ON v.id = l.visit_id
        JOIN travellers t ON t.id = p.traveller_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY l.departs_at`,
    },
    {
      key: 'ownTravel',
      title: 'Your own ways to and from study visits',
      columns: { visit: 'Visit', way: 'Way', place: 'Where', at: 'When', words: 'What you said' },
      query: `SELECT v.title AS visit, o.way, o.place, o.at, o.words FROM own_travel o
        JOIN travellers t ON t.id = o.traveller_id JOIN visits v ON v.id = t.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY o.at`,
    },
  ],
  forget,
};
