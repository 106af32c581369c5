import type { EntityManager } from 'typeorm';
import { counted, erasedName, eraseNames, type Leaving, type PersonPart } from '#people';

const theirs = `(contact_person_id = $1 OR traveller_person_id = $1 OR lower(contact_email) = $2)`;

/** The invoices stay as they were issued; whoever looked after one, and who travelled, are named beside them no longer. */
async function forget(manager: EntityManager, { id, name, email }: Leaving): Promise<readonly string[]> {
  const rows: { id: string; names: string[] }[] = await manager.query(
    `SELECT id, array_remove(ARRAY[
       CASE WHEN contact_person_id = $1 OR lower(contact_email) = $2 THEN contact_name END,
       CASE WHEN traveller_person_id = $1 THEN traveller_name END], NULL) AS names
     FROM visit_charges WHERE ${theirs} OR lower(bill_to ->> 'email') = $2`,
    [id, email],
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  await manager.query(
    `UPDATE visit_charges
     SET contact_name = CASE WHEN contact_person_id = $1 OR lower(contact_email) = $2 THEN $3 ELSE contact_name END,
       secret_hash = CASE WHEN contact_person_id = $1 OR lower(contact_email) = $2 THEN NULL ELSE secret_hash END,
       contact_email = CASE WHEN contact_person_id = $1 OR lower(contact_email) = $2 THEN '' ELSE contact_email END,
       traveller_name = CASE WHEN traveller_person_id = $1 THEN $3 ELSE traveller_name END,
       bill_to = CASE WHEN organisation_id IS NULL AND ${theirs} THEN NULL
         WHEN lower(bill_to ->> 'email') = $2 THEN jsonb_set(bill_to, '{email}', 'null') ELSE bill_to END,
       contact_person_id = nullif(contact_person_id, $1), traveller_person_id = nullif(traveller_person_id, $1)
     WHERE id = ANY ($4::uuid[])`,
    [id, email, erasedName, ids],
  );
  const marks = [name, email, ...rows.flatMap((row) => row.names)].flatMap((mark) => mark ?? []);
  const text = {
    table: 'visit_charges',
    column: 'bill_to',
    key: ['id'],
    where: 'id = ANY($1) AND bill_to IS NOT NULL',
  };
  await eraseNames(
    manager,
    text,
    ids,
    [...new Set(marks)].filter((mark) => mark !== erasedName),
  );
  return counted(
    rows.length,
    'invoice for a study visit names them no longer beside it',
    'invoices for study visits name them no longer beside them',
  );
}

/** What invoices for study visits hold of people besides the documents: who looks after them, and who travels. */
export const visitsOfPeople: PersonPart = {
  columns: [
    { table: 'visit_charges', column: 'contact_person_id' },
    { table: 'visit_charges', column: 'traveller_person_id' },
  ],
  held: [
    {
      key: 'visitInvoices',
      title: 'What is to be paid for study visits that you travel with, or look after for somebody',
      columns: {
        visit: 'Study visit',
        traveller: 'Traveller',
        invoice: 'Invoice',
        billTo: 'Made out to',
        contact: 'Looked after by',
        email: 'Sent to',
        purchaseOrder: 'Purchase order',
      },
      query: `SELECT visit_title AS visit, traveller_name AS traveller, told ->> 'label' AS invoice,
          bill_to ->> 'name' AS "billTo", contact_name AS contact, contact_email AS email,
          purchase_order AS "purchaseOrder"
        FROM visit_charges WHERE contact_person_id = $1 OR traveller_person_id = $1 ORDER BY first_day, id`,
    },
  ],
  forget,
};
