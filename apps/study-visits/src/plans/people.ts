import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/** Where staff write words about what is planned. */
const words = [
  ['visit_risks', 'hazard'],
  ['visit_risks', 'at_risk'],
  ['visit_risks', 'measures'],
  ['visit_risks', 'responsible'],
  ['visit_sign_offs', 'content'],
  ['visit_budget_lines', 'description'],
  ['visit_budget_lines', 'funded_by'],
  ['visit_documents', 'note'],
] as const;

/** Their name below what they signed, and in what staff wrote of risks, money and documents. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const [, signed]: [unknown, number] = await manager.query(
    'UPDATE visit_sign_offs SET person_name = $2, person_id = NULL WHERE person_id = $1',
    [id, erasedName],
  );
  const marks = [email ?? '', name ?? ''].filter((mark) => mark !== '');
  for (const [table, column] of words) {
    const where = 'cardinality($1::text[]) = 0';
    await eraseNames(manager, { table, column, key: ['id'], where }, [], marks);
  }
  // What was printed of it, in versions.
  const papers = { table: 'papers', column: 'content', key: ['visit_id', 'kind', 'subject', 'number'] };
  await eraseNames(manager, { ...papers, where: 'cardinality($1::text[]) = 0' }, [], marks);
  for (const column of ['reasons', 'protection'] as const) {
    await eraseNames(
      manager,
      {
        table: 'package_travel_considerations',
        column,
        key: ['visit_id'],
        where: 'cardinality($1::text[]) = 0',
      },
      [],
      marks,
    );
  }
  return counted(signed, 'name below a visit’s papers replaced', 'names below visits’ papers replaced');
}

/** What the plans of visits hold of people: who signed what, and who is named in them. */
export const plansOfPeople: PersonPart = {
  columns: [{ table: 'visit_sign_offs', column: 'person_id' }],
  held: [
    {
      key: 'visitSignOffs',
      title: 'Papers of study visits that you signed',
      columns: { visit: 'Visit', kind: 'What', number: 'Version', at: 'When', role: 'As' },
      query: `SELECT v.title AS visit, s.kind, s.number, s.signed_at AS at, s.role
        FROM visit_sign_offs s JOIN visits v ON v.id = s.visit_id
        WHERE s.person_id = $1 ORDER BY s.signed_at`,
    },
  ],
  forget,
};
