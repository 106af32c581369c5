import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** Where names may stand in words that somebody wrote. */
const texts = [
  { table: 'stock_acts', column: 'note' },
  { table: 'stock_acts', column: 'by_name' },
  { table: 'stock_transports', column: 'note' },
  { table: 'stock_transports', column: 'carrier_name' },
  { table: 'stock_places', column: 'name' },
  { table: 'stock_places', column: 'note' },
] as const;

/** The ledger stays, as it names nobody: who wrote its lines stands beside it. Before the teams, which know some of them. */
async function forget(manager: EntityManager, leaving: Leaving): Promise<readonly string[]> {
  const { id, email } = leaving;
  const marks = await marksOf(manager, leaving);
  const [, acts]: [unknown, number] = await manager.query(
    `UPDATE stock_acts SET person_id = NULL, team_member_id = NULL, by_name = $3
     WHERE person_id = $1 OR team_member_id IN (
       SELECT id FROM team_members WHERE person_id = $1 OR lower(email) = $2)`,
    [id, email, erasedName],
  );
  const [, transports]: [unknown, number] = await manager.query(
    `UPDATE stock_transports SET carrier_person_id = NULL, carrier_email = NULL, carrier_name = $3
     WHERE carrier_person_id = $1 OR lower(carrier_email) = $2`,
    [id, email, erasedName],
  );
  let named = 0;
  for (const { table, column } of texts) {
    const rows: { id: string }[] = await manager.query(
      `SELECT id FROM ${table} WHERE EXISTS (
         SELECT FROM unnest($1::text[]) AS mark WHERE strpos(lower(${column}), lower(mark)) > 0)`,
      [marks],
    );
    const ids = rows.map((row) => row.id);
    named += await eraseNames(manager, { table, column, key: ['id'], where: 'id = ANY($1)' }, ids, marks);
  }
  return [
    ...counted(
      acts,
      'name beside the ledger of the stock replaced',
      'names beside the ledger of the stock replaced',
    ),
    ...counted(transports, 'name of who carries stock replaced', 'names of who carries stock replaced'),
    ...counted(named, 'note about the stock changed', 'notes about the stock changed'),
  ];
}

/** Names and addresses under which they stand here. */
async function marksOf(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const rows: { name: string }[] = await manager.query(
    `SELECT name FROM team_members WHERE person_id = $1 OR lower(email) = $2
     UNION SELECT carrier_name FROM stock_transports WHERE carrier_person_id = $1 OR lower(carrier_email) = $2`,
    [id, email],
  );
  const marks = [name, email, ...rows.map((row) => row.name)].flatMap((mark) => mark ?? []);
  return [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName);
}

/** What the stock holds of people: who moved and counted what, who carries it. */
export const stockOfPeople: PersonPart = {
  columns: [
    { table: 'stock_acts', column: 'person_id' },
    { table: 'stock_transports', column: 'carrier_person_id' },
  ],
  held: [
    {
      key: 'stockActs',
      title: 'What you moved and counted of the stock',
      columns: { at: 'When', kind: 'What', name: 'Under the name of', note: 'Note' },
      query: `SELECT a.at, a.kind, a.by_name AS name, a.note FROM stock_acts a
        WHERE a.person_id = $1 OR a.team_member_id IN (
          SELECT t.id FROM team_members t
          WHERE t.person_id = $1 OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1))
        ORDER BY a.at`,
    },
    {
      key: 'stockTransports',
      title: 'What you carry to and from stands',
      columns: {
        plannedAt: 'When',
        from: 'From',
        to: 'To',
        name: 'Your name there',
        status: 'State',
        note: 'Note',
      },
      query: `SELECT t.planned_at AS "plannedAt", f.name AS "from", g.name AS "to", t.carrier_name AS name, t.status, t.note
        FROM stock_transports t JOIN stock_places f ON f.id = t.from_place_id JOIN stock_places g ON g.id = t.to_place_id
        WHERE t.carrier_person_id = $1 OR lower(t.carrier_email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY t.planned_at`,
    },
  ],
  forget,
};
