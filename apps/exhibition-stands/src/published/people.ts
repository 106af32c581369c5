import type { EntityManager } from 'typeorm';
import { counted, eraseNames, type Leaving, type PersonPart } from '#people';

/** What they were to do is a gap again; what they did stays, under nobody's name. Comes before the team forgets who they are. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const members: { id: string; name: string; email: string | null }[] = await manager.query(
    'SELECT id, name, email FROM team_members WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const ids = members.map((member) => member.id);
  const [, shifts]: [unknown, number] = await manager.query(
    'DELETE FROM current_assignments WHERE team_member_id = ANY($1) AND starts_at > now()',
    [ids],
  );
  const reasons = await eraseNames(
    manager,
    {
      table: 'rotas',
      column: 'overrides',
      key: ['id'],
      where: 'exhibition_id IN (SELECT exhibition_id FROM team_members WHERE id = ANY($1))',
    },
    ids,
    [name, email, ...members.flatMap((member) => [member.name, member.email])].filter(
      (mark) => mark !== null,
    ),
  );
  return [
    ...counted(shifts, 'shift on a stand is a gap again', 'shifts on stands are gaps again'),
    ...counted(reasons, 'published rota names them no longer', 'published rotas name them no longer'),
  ];
}

/** What published rotas hold of people: which shifts they have. */
export const shiftsOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'shifts',
      title: 'Your shifts on stands',
      columns: { exhibition: 'Exhibition', from: 'From', until: 'Until', status: 'State' },
      query: `SELECT e.title AS exhibition, c.starts_at AS "from", c.ends_at AS until, c.status
        FROM current_assignments c JOIN team_members t ON t.id = c.team_member_id
          JOIN exhibitions e ON e.id = c.exhibition_id
        WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY c.starts_at`,
    },
  ],
  forget,
};
