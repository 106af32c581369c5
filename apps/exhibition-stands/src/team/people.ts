import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** Hours that were worked stay, without a name; what they were going to do is a gap again. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const members: { id: string }[] = await manager.query(
    'SELECT id FROM team_members WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const ids = members.map((member) => member.id);
  await manager.query('DELETE FROM availability WHERE team_member_id = ANY($1)', [ids]);
  await manager.query('DELETE FROM draft_assignments WHERE team_member_id = ANY($1)', [ids]);
  await manager.query(`DELETE FROM passes WHERE team_member_id = ANY($1) AND status <> 'collected'`, [ids]);
  await manager.query(
    `UPDATE team_members SET person_id = NULL, name = $2, email = NULL, organisation_id = NULL,
       organisation_name = NULL, status = 'left', skills = '{}', note = '', arrives_at = NULL, departs_at = NULL,
       secret_hash = sha256(gen_random_uuid()::text::bytea), version = version + 1 WHERE id = ANY($1)`,
    [ids, erasedName],
  );
  const [, shifts]: [unknown, number] = await manager.query(
    'UPDATE rotas SET published_by = NULL WHERE published_by = $1',
    [id],
  );
  return [
    ...counted(ids.length, 'name in the team of a stand replaced', 'names in teams of stands replaced'),
    ...counted(shifts, 'published rota names them no longer', 'published rotas name them no longer'),
  ];
}

/** What the teams of stands hold of people: who helps, when they can, what they do there. */
export const teamOfPeople: PersonPart = {
  columns: [
    { table: 'team_members', column: 'person_id' },
    { table: 'rotas', column: 'published_by' },
  ],
  held: [
    {
      key: 'stands',
      title: 'Stands that you help at, or were asked to',
      columns: {
        exhibition: 'Exhibition',
        name: 'Your name there',
        email: 'Mail address',
        status: 'State',
        skills: 'What you can do',
        note: 'What you told us',
      },
      query: `SELECT e.title AS exhibition, t.name, t.email, t.status, array_to_string(t.skills, ', ') AS skills, t.note
        FROM team_members t JOIN exhibitions e ON e.id = t.exhibition_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY e.first_day`,
    },
    {
      key: 'standTimes',
      title: 'When you said that you can be on a stand',
      columns: {
        exhibition: 'Exhibition',
        begins: 'From',
        ends: 'Until',
        kind: 'What you said',
        why: 'Why not',
      },
      query: `SELECT e.title AS exhibition, to_char(a.starts_at AT TIME ZONE e.zone, 'YYYY-MM-DD HH24:MI') AS begins,
          to_char(a.ends_at AT TIME ZONE e.zone, 'YYYY-MM-DD HH24:MI') AS ends, a.kind, a.why
        FROM availability a JOIN team_members t ON t.id = a.team_member_id JOIN exhibitions e ON e.id = t.exhibition_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY a.starts_at`,
    },
    {
      key: 'standPasses',
      title: 'Passes for conferences where you help on a stand',
      columns: { exhibition: 'Exhibition', day: 'Day', status: 'State', reason: 'Why it was refused' },
      query: `SELECT e.title AS exhibition, p.day::text, p.status, p.reason
        FROM passes p JOIN team_members t ON t.id = p.team_member_id JOIN exhibitions e ON e.id = t.exhibition_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY p.day`,
    },
  ],
  forget,
};
