import type pg from 'pg';
import type { BenchPlace } from './place.ts';

/** The least that has to be written for one confirmed booking, as scripts for `pgbench`. */
export interface Scripts {
  /** All in one transaction: nobody could keep places while they fill in the rest. */
  readonly atOnce: string;
  /** In the transactions of the API's four requests. */
  readonly inSteps: string;
}

/**
 * The same statements as the app needs at the least, with what it would read left out wherever it can be: what is written is as
 * long as what the app wrote for a booking that is there.
 */
export async function scriptsOf(
  db: pg.Client,
  { conferenceId, ticketId, bookers }: BenchPlace,
): Promise<Scripts> {
  // The messages and the document of one booking, to be written again.
  await db.query(`
    CREATE TABLE bench_messages AS
      SELECT type, aggregate_version, payload, consumers FROM outbox
      WHERE correlation_id = (SELECT request_id FROM booking_history WHERE act = 'confirmed' ORDER BY at LIMIT 1);
    CREATE TABLE bench_documents AS SELECT content FROM documents ORDER BY number LIMIT 1;
    CREATE TABLE bench_bookers AS
      SELECT row_number() OVER (ORDER BY o.id)::int AS number, o.id AS organisation, o.name, a.person_id AS person
      FROM organisations o JOIN affiliations a ON a.organisation_id = o.id;
    ALTER TABLE bench_bookers ADD PRIMARY KEY (number)`);
  const { rows } = await db.query<{ id: string }>(
    `SELECT id FROM counts WHERE conference_id = $1 ORDER BY id`,
    [conferenceId],
  );
  const countIds = `'{${rows.map(({ id }) => id).join(',')}}'::uuid[]`;
  const begin = `
SELECT lock_places('${conferenceId}');
SELECT id, taken, queued FROM counts WHERE id = ANY (${countIds});
UPDATE counts SET taken = taken + 1 WHERE id = ANY (${countIds});
INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_id, organisation_name, category, booker_person_id, booker_name, booker_email, held_until, version, created_at) SELECT gen_random_uuid(), 'PG-' || gen_random_uuid(), '${conferenceId}', 'held', 'organisation', organisation, name, 'full', person, 'Booker', 'booker@example.org', now() + interval '1 day', 1, now() FROM bench_bookers WHERE number = :client RETURNING id AS booking, organisation_id AS organisation \\gset
INSERT INTO delegates (id, booking_id, conference_id, number, status, name, email, version) VALUES (gen_random_uuid(), :booking, '${conferenceId}', 1, 'draft', 'Robin Example', 'robin@example.org', 1) RETURNING id AS delegate \\gset
INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, organisation_id, booking_id, delegate_id, net_pence, vat_basis_points, made_at) VALUES (gen_random_uuid(), '${conferenceId}', '${ticketId}', 'held', ${countIds}, :organisation, :booking, :delegate, 19500, 2000, now()) RETURNING id AS place \\gset
${history('begun')}`;
  const issue = `
${history('confirmed')}
INSERT INTO customers (id, organisation_id, name) SELECT gen_random_uuid(), organisation, name FROM bench_bookers WHERE number = :client ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name RETURNING id AS customer \\gset
SELECT next_number('invoice') AS number \\gset
INSERT INTO documents (id, series, number, label, customer_id, conference_id, booking_id, issued_on, due_on, net_pence, vat_pence, gross_pence, content, issued_at, issued_by) SELECT gen_random_uuid(), 'invoice', :number::int, 'INV-' || to_char(:number::int, 'FM000000'), :customer, '${conferenceId}', :booking, now(), now(), 19500, 3900, 23400, content, now(), 'booker' FROM bench_documents RETURNING id AS document \\gset
INSERT INTO document_lines (document_id, line, place_id, description, net_pence, vat_basis_points, vat_pence, gross_pence) VALUES (:document, 1, :place, 'Both days: Robin Example', 19500, 2000, 3900, 23400);
INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers, delivered_at) SELECT gen_random_uuid(), type, :booking, aggregate_version, 'bench', clock_timestamp(), payload, consumers, now() FROM bench_messages;`;
  const confirm = `
UPDATE places SET status = 'confirmed' WHERE booking_id = :booking;
UPDATE delegates SET status = 'confirmed', version = version + 1 WHERE booking_id = :booking;
UPDATE bookings SET status = 'confirmed', terms_accepted_at = now(), confirmed_at = now(), held_until = NULL, version = version + 1 WHERE id = :booking;`;
  const client = `\\set client random(1, ${bookers.length})\n`;
  return {
    atOnce: tidy(
      `${client}BEGIN;${begin.replaceAll(`'held'`, `'confirmed'`).replaceAll(`'draft'`, `'confirmed'`)}${issue}\nCOMMIT;`,
    ),
    inSteps: tidy(`${client}BEGIN;${begin}
COMMIT;
BEGIN;
UPDATE delegates SET name = 'Robin Example', email = 'robin@example.org', filled_in_at = now(), version = version + 1 WHERE id = :delegate;
${history('delegate-added')}
COMMIT;
BEGIN;
UPDATE bookings SET payment = 'invoice', bill_to = '{"name": "Finance", "address": "Town Hall, High Street", "email": null}', version = version + 1 WHERE id = :booking;
${history('payment-chosen')}
COMMIT;
BEGIN;
SELECT lock_places('${conferenceId}');
SELECT * FROM bookings WHERE id = :booking FOR UPDATE;
SELECT * FROM places WHERE booking_id = :booking;
SELECT * FROM delegates WHERE booking_id = :booking;
${confirm}${issue}
COMMIT;`),
  };
}

const history = (act: string) =>
  `INSERT INTO booking_history (id, booking_id, at, act, details, person_name, request_id) VALUES (gen_random_uuid(), :booking, now(), '${act}', '{}', 'Booker', gen_random_uuid()::text);`;

const tidy = (script: string) => script.replaceAll(/\n+/g, '\n').trimStart();
