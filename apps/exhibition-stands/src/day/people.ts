import type { EntityManager } from 'typeorm';
import { counted, type Leaving, type PersonPart } from '#people';

/** Comes before the team forgets who they are. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const theirs = 'SELECT id FROM team_members WHERE person_id = $1 OR lower(email) = $2';
  const [, reasons]: [unknown, number] = await manager.query(
    `UPDATE drop_outs SET reason = '' WHERE reason <> '' AND team_member_id IN (${theirs})`,
    [id, email],
  );
  const [, asks]: [unknown, number] = await manager.query(
    `DELETE FROM cover_asks WHERE team_member_id IN (${theirs})`,
    [id, email],
  );
  await manager.query('UPDATE cover_requests SET asked_by = NULL WHERE asked_by = $1', [id]);
  return [
    ...counted(reasons, 'reason for not coming deleted', 'reasons for not coming deleted'),
    ...counted(
      asks,
      'question whether they could step in deleted',
      'questions whether they could step in deleted',
    ),
  ];
}

const isTheirs = `t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)`;

/** What the day on the stand holds of people: what they could not do and why, and when they were asked to step in. */
export const dayOfPeople: PersonPart = {
  columns: [{ table: 'cover_requests', column: 'asked_by' }],
  held: [
    {
      key: 'dropOuts',
      title: 'Shifts on stands that you could not do',
      columns: { exhibition: 'Exhibition', at: 'When you said so', reason: 'Why' },
      query: `SELECT e.title AS exhibition, d.at, d.reason
        FROM drop_outs d JOIN team_members t ON t.id = d.team_member_id JOIN exhibitions e ON e.id = d.exhibition_id
        WHERE ${isTheirs} ORDER BY d.at`,
    },
    {
      key: 'coverAsks',
      title: 'When you were asked to step in on a stand',
      columns: { exhibition: 'Exhibition', at: 'When', state: 'What came of it' },
      query: `SELECT e.title AS exhibition, a.asked_at AS at, a.state
        FROM cover_asks a JOIN team_members t ON t.id = a.team_member_id JOIN exhibitions e ON e.id = t.exhibition_id
        WHERE ${isTheirs} ORDER BY a.asked_at`,
    },
    {
      key: 'coverRequests',
      title: 'Shifts that you looked for somebody to step into',
      columns: { exhibition: 'Exhibition', at: 'When' },
      query: `SELECT e.title AS exhibition, r.asked_at AS at FROM cover_requests r
        JOIN exhibitions e ON e.id = r.exhibition_id WHERE r.asked_by = $1 ORDER BY r.asked_at`,
    },
  ],
  forget,
};
