import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** The travellers that somebody is, by id or address. */
const own = `SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2`;

/** Where somebody may be named in what those who counted wrote, and as whoever counted. */
const words = [
  ['head_count_marks', 'by_name'],
  ['head_count_marks', 'leave'],
  ['head_count_closings', 'by_name'],
  ['head_count_closings', 'people'],
  ['head_count_closings', 'decision'],
  ['head_count_closings', 'reopened_by_name'],
  ['head_count_closings', 'reopened_why'],
  ['head_count_steps', 'steps'],
] as const;

/** That somebody was counted stays in the numbers; where they were, and that they counted others, goes. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const travellers: { name: string }[] = await manager.query(
    'SELECT name FROM travellers WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const [, marks]: [unknown, number] = await manager.query(
    `DELETE FROM head_count_marks WHERE traveller_id IN (${own})`,
    [id, email],
  );
  await manager.query(
    `UPDATE head_count_closings SET people = (
       SELECT coalesce(jsonb_agg(p), '[]') FROM jsonb_array_elements(people) p
       WHERE p->>'travellerId' NOT IN (SELECT id::text FROM travellers WHERE person_id = $1 OR lower(email) = $2))
     WHERE EXISTS (SELECT FROM jsonb_array_elements(people) p
       WHERE p->>'travellerId' IN (SELECT id::text FROM travellers WHERE person_id = $1 OR lower(email) = $2))`,
    [id, email],
  );
  const [, counting]: [unknown, number] = await manager.query(
    `UPDATE head_count_marks SET by_person_id = NULL, by_name = $3
     WHERE by_person_id = $1 OR by_traveller_id IN (${own})`,
    [id, email, erasedName],
  );
  await manager.query(
    'UPDATE head_count_closings SET by_person_id = NULL, by_name = $2 WHERE by_person_id = $1',
    [id, erasedName],
  );
  await manager.query(
    'UPDATE head_count_closings SET reopened_by_person_id = NULL, reopened_by_name = $2 WHERE reopened_by_person_id = $1',
    [id, erasedName],
  );
  const known = new Set([name ?? '', email ?? '', ...travellers.map((traveller) => traveller.name)]);
  const names = [...known].filter((mark) => mark !== '' && mark !== erasedName);
  for (const [table, column] of words) {
    const key = [table === 'head_count_steps' ? 'visit_id' : 'id'];
    await eraseNames(manager, { table, column, key, where: 'cardinality($1::text[]) = 0' }, [], names);
  }
  return [
    ...counted(marks, 'mark of a head count deleted', 'marks of head counts deleted'),
    ...counted(counting, 'mark of others kept without their name', 'marks of others kept without their name'),
  ];
}

/** Who was counted where, and who counted. It comes before travellers themselves are forgotten, since it is found by them. */
export const headCountsOfPeople: PersonPart = {
  columns: [
    { table: 'head_count_marks', column: 'by_person_id' },
    { table: 'head_count_closings', column: 'by_person_id' },
    { table: 'head_count_closings', column: 'reopened_by_person_id' },
  ],
  held: [
    {
      key: 'headCounts',
      title: 'Head counts of study visits that name you, or that you made',
      columns: {
        visit: 'Visit',
        at: 'When',
        kind: 'What was said',
        place: 'Where',
        allowedBy: 'Allowed by',
        by: 'Who said it',
      },
      query: `SELECT v.title AS visit, m.made_at AS at, m.kind, m.leave->>'place' AS place,
          m.leave->>'allowedBy' AS "allowedBy", m.by_name AS by
        FROM head_count_marks m JOIN head_counts c ON c.id = m.count_id JOIN visits v ON v.id = c.visit_id
        WHERE m.by_person_id = $1 OR EXISTS (
          SELECT FROM travellers t WHERE t.id IN (m.traveller_id, m.by_traveller_id)
            AND (t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)))
        ORDER BY m.made_at`,
    },
    {
      key: 'headCountsClosed',
      title: 'Head counts of study visits that you closed, or opened again',
      columns: { visit: 'Visit', closedAt: 'Closed', by: 'By', reopenedAt: 'Opened again', reopenedBy: 'By' },
      query: `SELECT v.title AS visit, k.closed_at AS "closedAt", k.by_name AS by, k.reopened_at AS "reopenedAt",
          k.reopened_by_name AS "reopenedBy"
        FROM head_count_closings k JOIN head_counts c ON c.id = k.count_id JOIN visits v ON v.id = c.visit_id
        WHERE k.by_person_id = $1 OR k.reopened_by_person_id = $1 ORDER BY k.closed_at`,
    },
  ],
  forget,
};
