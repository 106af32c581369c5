import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** That a sheet was mailed stays; to whom, and whoever is named in what staff say on sheets, goes. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const [, mailed]: [unknown, number] = await manager.query(
    'UPDATE sheet_links SET sent_to = NULL WHERE lower(sent_to) = $1',
    [email],
  );
  const travellers: { name: string }[] = await manager.query(
    'SELECT name FROM travellers WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const marks = [name ?? '', email ?? '', ...travellers.map((traveller) => traveller.name)];
  await eraseNames(
    manager,
    { table: 'sheets', column: 'notes', key: ['id'], where: 'cardinality($1::text[]) = 0' },
    [],
    [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName),
  );
  return counted(
    mailed,
    'address that a sheet was mailed to deleted',
    'addresses that sheets were mailed to deleted',
  );
}

/** Who had the sheet of a host or an interpreter by mail. */
export const handoutsOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'sheetsMailed',
      title: 'Sheets of study visits that were mailed to you',
      columns: { visit: 'Visit', to: 'Mail address', at: 'When' },
      query: `SELECT v.title AS visit, l.sent_to AS to, l.sent_at AS at
        FROM sheet_links l JOIN sheets s ON s.id = l.sheet_id JOIN visits v ON v.id = s.visit_id
        WHERE lower(l.sent_to) = (SELECT lower(email) FROM people WHERE id = $1) ORDER BY l.sent_at`,
    },
  ],
  forget,
};
