import type { EntityManager } from 'typeorm';
import { counted, eraseNames, erasedName, type Leaving, type PersonPart } from '#people';

/**
 * Whom an invoice was made out to goes with a traveller who pays themselves; of an organisation's its address stays, without
 * theirs and their name.
 */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const own = `SELECT t.id FROM travellers t WHERE t.person_id = $1 OR lower(t.email) = $2`;
  const theirs: { name: string }[] = await manager.query(
    `SELECT DISTINCT t.name FROM travellers t WHERE t.id IN (${own})`,
    [id, email],
  );
  const [, gone]: [unknown, number] = await manager.query(
    `UPDATE traveller_charges SET payer = NULL
     WHERE payer IS NOT NULL AND organisation_id IS NULL AND traveller_id IN (${own})`,
    [id, email],
  );
  const [, changed]: [unknown, number] = await manager.query(
    `UPDATE traveller_charges SET payer = jsonb_set(payer, '{billTo,email}', 'null')
     WHERE lower(payer -> 'billTo' ->> 'email') = $1`,
    [email],
  );
  const marks = [name ?? '', email ?? '', ...theirs.map((each) => each.name)];
  const named = await eraseNames(
    manager,
    {
      table: 'traveller_charges',
      column: 'payer',
      key: ['id'],
      where: '$1::text[] IS NOT NULL AND payer IS NOT NULL',
    },
    [],
    [...new Set(marks)].filter((mark) => mark !== '' && mark !== erasedName),
  );
  return counted(
    gone + changed + named,
    'payer of a study visit names them no longer',
    'payers of study visits name them no longer',
  );
}

/** What travellers are to pay, and whom it is made out to. The invoices are conference registration's. */
export const invoicingOfPeople: PersonPart = {
  columns: [],
  held: [
    {
      key: 'travelCharges',
      title: 'What you are to pay for study visits',
      columns: {
        visit: 'Visit',
        what: 'What',
        pounds: '£',
        dueOn: 'Due',
        invoice: 'Invoice',
        state: 'State',
        billTo: 'Made out to',
      },
      query: `SELECT v.title AS visit, c.kind AS what, (c.net_pence / 100.0)::numeric(12, 2)::text AS pounds,
          coalesce(c.invoice ->> 'dueOn', c.due_on::text) AS "dueOn", c.invoice ->> 'label' AS invoice,
          c.invoice ->> 'state' AS state, c.payer -> 'billTo' ->> 'name' AS "billTo"
        FROM traveller_charges c JOIN travellers t ON t.id = c.traveller_id JOIN visits v ON v.id = c.visit_id
        WHERE t.person_id = $1 ORDER BY v.first_day, c.kind DESC`,
    },
  ],
  forget,
};
