import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** What they wrote goes, and their name in what others wrote. That two have swapped stays, without a name. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const members: { id: string; name: string; email: string | null }[] = await manager.query(
    'SELECT id, name, email FROM team_members WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const ids = members.map((member) => member.id);
  const [, notes]: [unknown, number] = await manager.query(
    `UPDATE swaps SET note = '' WHERE note <> '' AND asker_id = ANY($1)`,
    [ids],
  );
  const marks = [name, email, ...members.flatMap((member) => [member.name, member.email])].filter(
    (mark) => mark !== null,
  );
  let named = 0;
  for (const column of ['note', 'reason']) {
    const where = 'exhibition_id IN (SELECT exhibition_id FROM team_members WHERE id = ANY($1))';
    named += await eraseNames(manager, { table: 'swaps', column, key: ['id'], where }, ids, marks);
  }
  const [, decided]: [unknown, number] = await manager.query(
    'UPDATE swaps SET decided_by = NULL, decided_name = $2 WHERE decided_by = $1',
    [id, erasedName],
  );
  return [
    ...counted(notes, 'note about a swap of shifts deleted', 'notes about swaps of shifts deleted'),
    ...counted(named + decided, 'swap of shifts names them no longer', 'swaps of shifts name them no longer'),
  ];
}

const isTheirs = `t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)`;

/** What swaps of shifts hold of people: what they asked each other, and who of the staff decided. */
export const swapsOfPeople: PersonPart = {
  columns: [{ table: 'swaps', column: 'decided_by' }],
  held: [
    {
      key: 'swaps',
      title: 'Swaps of shifts on stands that you asked for, or were asked for',
      columns: { exhibition: 'Exhibition', at: 'When', note: 'What was written', status: 'What came of it' },
      query: `SELECT e.title AS exhibition, s.asked_at AS at, s.note, s.status
        FROM swaps s JOIN team_members t ON t.id IN (s.asker_id, s.other_id) JOIN exhibitions e ON e.id = s.exhibition_id
        WHERE ${isTheirs} ORDER BY s.asked_at`,
    },
    {
      key: 'swapDecisions',
      title: 'Swaps of shifts on stands that you decided',
      columns: { exhibition: 'Exhibition', at: 'When', reason: 'Why' },
      query: `SELECT e.title AS exhibition, s.ended_at AS at, s.reason FROM swaps s
        JOIN exhibitions e ON e.id = s.exhibition_id WHERE s.decided_by = $1 ORDER BY s.ended_at`,
    },
  ],
  forget,
};
