import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

async function forget(manager: EntityManager, leaving: Leaving): Promise<readonly string[]> {
  const { id } = leaving;
  const subjects = await forgetInSubjects(manager, await marksOf(manager, leaving));
  const [, lines]: [unknown, number] = await manager.query(
    `UPDATE conference_log
     SET person_name = CASE WHEN person_id = $1 THEN $2 ELSE person_name END,
       actor_name = CASE WHEN actor_id = $1 THEN $2 ELSE actor_name END,
       person_id = nullif(person_id, $1), actor_id = nullif(actor_id, $1)
     WHERE person_id = $1 OR actor_id = $1`,
    [id, erasedName],
  );
  return [
    ...counted(lines, 'name in conferences’ logs replaced', 'names in conferences’ logs replaced'),
    ...counted(subjects, 'subject of a mail to delegates changed', 'subjects of mails to delegates changed'),
  ];
}

/** Names and addresses under which they stand here. Bookings are forgotten after this, so theirs are there still. */
async function marksOf(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const rows: { name: string }[] = await manager.query(
    `SELECT name FROM delegates WHERE person_id = $1 OR lower(email) = $2
     UNION SELECT booker_name FROM bookings WHERE booker_person_id = $1 OR lower(booker_email) = $2
     UNION SELECT person_name FROM conference_log WHERE person_id = $1
     UNION SELECT actor_name FROM conference_log WHERE actor_id = $1`,
    [id, email],
  );
  const marks = [name, email, ...rows.map((row) => row.name)].flatMap((mark) => mark ?? []);
  return [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName);
}

/** Their name where the subject of a mail to delegates had it. */
async function forgetInSubjects(manager: EntityManager, marks: readonly string[]): Promise<number> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM conference_log WHERE EXISTS (
       SELECT FROM unnest($1::text[]) AS mark WHERE strpos(lower(details::text), lower(mark)) > 0)`,
    [marks],
  );
  const details = { table: 'conference_log', column: 'details', key: ['id'], where: 'id = ANY($1)' };
  return eraseNames(
    manager,
    details,
    rows.map((row) => row.id),
    marks,
  );
}

/** What running conferences holds of people: who looked at private answers, who wrote to whom. Notes are with the bookings. */
export const runningOfPeople: PersonPart = {
  columns: [
    { table: 'conference_log', column: 'person_id' },
    { table: 'conference_log', column: 'actor_id' },
  ],
  held: [
    {
      key: 'conferenceLog',
      title: 'When you looked at private answers of delegates, or wrote to them',
      columns: {
        conference: 'Conference',
        at: 'When',
        act: 'What',
        name: 'Under the name of',
        actor: 'Done by',
      },
      query: `SELECT c.title AS conference, l.at, l.act, l.person_name AS name, coalesce(l.actor_name, l.person_name) AS actor
        FROM conference_log l JOIN conferences c ON c.id = l.conference_id
        WHERE l.person_id = $1 OR l.actor_id = $1 ORDER BY l.at`,
    },
  ],
  forget,
};
