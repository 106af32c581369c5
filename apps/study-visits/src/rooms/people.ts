import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

const whose = `SELECT id, visit_id FROM travellers WHERE person_id = $1 OR lower(email) = $2`;

/**
 * To be done before the travellers forget whom they are of. What they said of their room goes, also from lists that were sent; a
 * search that knows of it stops.
 */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, said] = await manager.query<[unknown, number]>(
    `UPDATE sleepers SET title = '', forename = '', surname = '', wish = NULL, wish_with = '{}', wish_named = '{}',
       needs_accessible = false, note = '', version = version + 1
     WHERE traveller_id IN (SELECT id FROM (${whose}) AS theirs)`,
    [id, email],
  );
  await manager.query(
    `UPDATE sleepers SET version = version + 1,
       wish_with = array(SELECT other FROM unnest(wish_with) AS other WHERE other NOT IN (SELECT id FROM (${whose}) AS theirs)),
       wish_named = array(SELECT name FROM unnest(wish_named) AS name
         WHERE lower(name) <> coalesce($2, '') AND lower(name) NOT IN (
           SELECT lower(t.name) FROM travellers t WHERE t.person_id = $1 OR lower(t.email) = $2))
     WHERE visit_id IN (SELECT visit_id FROM (${whose}) AS theirs)`,
    [id, email],
  );
  const [, listed] = await manager.query<[unknown, number]>(
    `UPDATE rooming_lists SET lines = (
       SELECT jsonb_agg(CASE WHEN (line ->> 'sleeperId')::uuid IN (SELECT id FROM (${whose}) AS theirs)
         THEN line || jsonb_build_object('title', '', 'forename', '', 'surname', $3::text, 'note', '') ELSE line END ORDER BY place)
       FROM jsonb_array_elements(lines) WITH ORDINALITY AS each (line, place))
     WHERE visit_id IN (SELECT visit_id FROM (${whose}) AS theirs)
       AND EXISTS (SELECT 1 FROM jsonb_array_elements(lines) AS line
         WHERE (line ->> 'sleeperId')::uuid IN (SELECT id FROM (${whose}) AS theirs))`,
    [id, email, erasedName],
  );
  await manager.query(
    `UPDATE room_searches SET problem = NULL, result = NULL,
       status = CASE WHEN finished_at IS NULL THEN 'cancelled' ELSE status END,
       finished_at = coalesce(finished_at, now())
     WHERE problem IS NOT NULL AND visit_id IN (SELECT visit_id FROM (${whose}) AS theirs)`,
    [id, email],
  );
  const [, asked] = await manager.query<[unknown, number]>(
    'UPDATE room_searches SET asked_by = NULL WHERE asked_by = $1',
    [id],
  );
  const [, sent] = await manager.query<[unknown, number]>(
    'UPDATE rooming_lists SET sent_by = NULL WHERE sent_by = $1',
    [id],
  );
  return [
    ...counted(said, 'room’s wishes forgotten', 'rooms’ wishes forgotten'),
    ...counted(listed, 'rooming list names them no longer', 'rooming lists name them no longer'),
    ...counted(asked + sent, 'step with rooms names them no longer', 'steps with rooms name them no longer'),
  ];
}

/** What rooms hold of people: what travellers said, and who of the staff searched and sent. */
export const roomsOfPeople: PersonPart = {
  columns: [
    { table: 'room_searches', column: 'asked_by' },
    { table: 'rooming_lists', column: 'sent_by' },
  ],
  held: [
    {
      key: 'rooms',
      title: 'Rooms on study visits',
      columns: {
        visit: 'Visit',
        title: 'Title',
        forename: 'Forename in the passport',
        surname: 'Surname in the passport',
        wish: 'How you would like to sleep',
        named: 'With whom',
        accessible: 'Accessible room',
        note: 'Note for the hotel',
      },
      query: `SELECT v.title AS visit, s.title, s.forename, s.surname, s.wish, array_to_string(s.wish_named, ', ') AS named,
          s.needs_accessible AS accessible, s.note
        FROM sleepers s JOIN travellers t ON t.id = s.traveller_id JOIN visits v ON v.id = s.visit_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day`,
    },
    {
      key: 'roomSteps',
      title: 'Rooms that you had searched for, and rooming lists that you sent',
      columns: { visit: 'Visit', what: 'What', at: 'When' },
      query: `SELECT v.title AS visit, done.what, done.at FROM (
          SELECT visit_id, 'Search' AS what, asked_at AS at FROM room_searches WHERE asked_by = $1
          UNION ALL
          SELECT visit_id, 'Rooming list', sent_at FROM rooming_lists WHERE sent_by = $1) AS done
        JOIN visits v ON v.id = done.visit_id ORDER BY done.at`,
    },
  ],
  forget,
};
