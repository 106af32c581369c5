import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

/**
 * What was spent and its receipts are the network’s accounts, which the law has it keep: they stay without a name and without the
 * words in which somebody stands. What was only written, and never sent, goes.
 */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const own = `person_id = $1 OR traveller_id IN (SELECT id FROM travellers WHERE person_id = $1 OR lower(email) = $2)`;
  const names: { name: string }[] = await manager.query(
    'SELECT DISTINCT name FROM travellers WHERE person_id = $1 OR lower(email) = $2',
    [id, email],
  );
  const [, dropped]: [unknown, number] = await manager.query(
    `DELETE FROM expenses WHERE state = 'written' AND (${own})`,
    [id, email],
  );
  const [, claims]: [unknown, number] = await manager.query(
    `UPDATE expenses SET person_id = NULL, person_name = CASE WHEN traveller_id IS NULL THEN $3 ELSE '' END,
       paid_reference = '', receipt_name = CASE WHEN receipt_name IS NULL THEN NULL ELSE 'Receipt' END,
       version = version + 1
     WHERE ${own}`,
    [id, email, erasedName],
  );
  const [, decided]: [unknown, number] = await manager.query(
    'UPDATE expenses SET decided_by_id = NULL, decided_by_name = $2 WHERE decided_by_id = $1',
    [id, erasedName],
  );
  const [, rates]: [unknown, number] = await manager.query(
    'UPDATE expense_rates SET stated_by_id = NULL, stated_by_name = $2 WHERE stated_by_id = $1',
    [id, erasedName],
  );
  const marks = [email ?? '', name ?? '', ...names.map((each) => each.name)].filter(
    (mark) => mark !== '' && mark !== erasedName,
  );
  for (const column of ['what', 'for_words', 'no_receipt_why', 'refused_why'] as const) {
    const where = 'cardinality($1::text[]) = 0';
    await eraseNames(manager, { table: 'expenses', column, key: ['id'], where }, [], marks);
  }
  return [
    ...counted(dropped, 'expense that was never sent deleted', 'expenses that were never sent deleted'),
    ...counted(
      claims,
      'claim for a visit without their name; its receipt is kept as accounts',
      'claims for visits without their name; their receipts are kept as accounts',
    ),
    ...counted(
      decided + rates,
      'name beside expenses and rates replaced',
      'names beside expenses and rates replaced',
    ),
  ];
}

/** What expenses hold of people: who claims what, who decided, who stated a rate. */
export const expensesOfPeople: PersonPart = {
  columns: [
    { table: 'expenses', column: 'person_id' },
    { table: 'expenses', column: 'decided_by_id' },
    { table: 'expense_rates', column: 'stated_by_id' },
  ],
  held: [
    {
      key: 'expenses',
      title: 'What you spent for study visits',
      columns: {
        visit: 'Visit',
        number: 'Number',
        day: 'Paid on',
        what: 'What for',
        forWhom: 'Who it was for',
        currency: 'Currency',
        pounds: '£',
        receipt: 'Receipt',
        noReceipt: 'Why there is none',
        state: 'State',
        refused: 'Why it was refused',
        paidOn: 'Paid back on',
        reference: 'Reference',
      },
      query: `SELECT v.title AS visit, e.number, e.day, e.what, e.for_words AS "forWhom", e.currency,
          (e.pence / 100.0)::numeric(12, 2)::text AS pounds, e.receipt_name AS receipt,
          e.no_receipt_why AS "noReceipt", e.state, e.refused_why AS refused, e.paid_on AS "paidOn",
          e.paid_reference AS reference
        FROM expenses e JOIN visits v ON v.id = e.visit_id LEFT JOIN travellers t ON t.id = e.traveller_id
        WHERE e.person_id = $1 OR t.person_id = $1
          OR lower(t.email) = (SELECT lower(email) FROM people WHERE id = $1)
        ORDER BY v.first_day, e.number`,
    },
    {
      key: 'expensesDecided',
      title: 'Expenses of study visits that you decided about',
      columns: { visit: 'Visit', number: 'Number', at: 'When', state: 'State' },
      query: `SELECT v.title AS visit, e.number, e.decided_at AS at, e.state
        FROM expenses e JOIN visits v ON v.id = e.visit_id WHERE e.decided_by_id = $1 ORDER BY e.decided_at`,
    },
    {
      key: 'expenseRates',
      title: 'Exchange rates of study visits that you stated',
      columns: { visit: 'Visit', currency: 'Currency', from: 'From', at: 'When' },
      query: `SELECT v.title AS visit, r.currency, r.from_day AS "from", r.stated_at AS at
        FROM expense_rates r JOIN visits v ON v.id = r.visit_id WHERE r.stated_by_id = $1 ORDER BY r.stated_at`,
    },
  ],
  forget,
};
