import type { EntityManager } from 'typeorm';
import { counted, erasedName, type Leaving, type PersonPart } from '#people';

/** Invoices, credit notes and receipts stay as they were issued: tax law has them kept for six years. */
async function forget(manager: EntityManager, { id, email }: Leaving): Promise<readonly string[]> {
  const [, payments]: [unknown, number] = await manager.query(
    `UPDATE payments
     SET recorded_by_name = CASE WHEN recorded_by_id = $1 THEN $2 ELSE recorded_by_name END,
       undone_by_name = CASE WHEN undone_by_id = $1 THEN $2 ELSE undone_by_name END,
       recorded_by_id = nullif(recorded_by_id, $1), undone_by_id = nullif(undone_by_id, $1)
     WHERE recorded_by_id = $1 OR undone_by_id = $1`,
    [id, erasedName],
  );
  const [kept]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM documents d LEFT JOIN bookings b ON b.id = d.booking_id
       LEFT JOIN visit_charges v ON v.id = d.visit_charge_id
     WHERE b.booker_person_id = $1 OR lower(b.booker_email) = $2
       OR v.contact_person_id = $1 OR v.traveller_person_id = $1 OR lower(v.contact_email) = $2`,
    [id, email],
  );
  return [
    ...counted(payments, 'name on payments replaced', 'names on payments replaced'),
    ...counted(
      kept?.count ?? 0,
      'invoice, credit note or receipt kept for as long as tax law asks',
      'invoices, credit notes and receipts kept for as long as tax law asks',
    ),
  ];
}

/** What money holds of people: who recorded a payment, and for whom documents were issued. */
export const moneyOfPeople: PersonPart = {
  columns: [
    { table: 'payments', column: 'recorded_by_id' },
    { table: 'payments', column: 'undone_by_id' },
  ],
  held: [
    {
      key: 'documents',
      title:
        'Invoices, credit notes and receipts for what you booked or travelled with (kept for six years, as tax law asks)',
      columns: { label: 'Number', issuedOn: 'Issued', name: 'To', pounds: 'Total, £' },
      query: `SELECT d.label, d.issued_on AS "issuedOn", c.name, (d.gross_pence / 100.0)::numeric(12, 2)::text AS pounds
        FROM documents d JOIN customers c ON c.id = d.customer_id LEFT JOIN bookings b ON b.id = d.booking_id
          LEFT JOIN visit_charges v ON v.id = d.visit_charge_id
        WHERE b.booker_person_id = $1 OR v.contact_person_id = $1 OR v.traveller_person_id = $1 ORDER BY d.issued_on, d.label`,
    },
    {
      key: 'payments',
      title: 'Payments that you recorded or took back',
      columns: {
        onDate: 'Date',
        pounds: '£',
        reference: 'Reference',
        recordedBy: 'Recorded by',
        undoneBy: 'Taken back by',
      },
      query: `SELECT on_date AS "onDate", (pence / 100.0)::numeric(12, 2)::text AS pounds, reference,
          recorded_by_name AS "recordedBy", undone_by_name AS "undoneBy"
        FROM payments WHERE recorded_by_id = $1 OR undone_by_id = $1 ORDER BY recorded_at`,
    },
  ],
  forget,
};
