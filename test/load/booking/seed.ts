import type pg from 'pg';
import type { BenchPlace } from './place.ts';

/** Fills the tables with confirmed bookings, invoiced and told of, until there are so many. */
export async function seedBookings(db: pg.Client, place: BenchPlace, wanted: number): Promise<void> {
  const { rows } = await db.query<{ count: number }>('SELECT count(*)::int AS count FROM bookings');
  const more = wanted - (rows[0]?.count ?? 0);
  if (more > 0) await db.query(statement(place, more));
  await db.query('ANALYZE');
}

const statement = ({ conferenceId, ticketId }: BenchPlace, more: number): string => `
  BEGIN;
  SELECT lock_places('${conferenceId}');
  CREATE TEMPORARY TABLE seeded ON COMMIT DROP AS
    SELECT gen_random_uuid() AS booking, gen_random_uuid() AS delegate, gen_random_uuid() AS place,
      gen_random_uuid() AS document, b.organisation, b.name, b.person, c.id AS customer, s.last + n AS number,
      now() - make_interval(secs => n) AS at
    FROM generate_series(1, ${more}) AS n
    JOIN bench_bookers b ON b.number = 1 + n % (SELECT count(*) FROM bench_bookers)
    JOIN customers c ON c.organisation_id = b.organisation
    CROSS JOIN document_series s WHERE s.name = 'invoice';
  INSERT INTO bookings (id, reference, conference_id, status, booked_for, organisation_id, organisation_name, category,
      booker_person_id, booker_name, booker_email, payment, bill_to, version, created_at, confirmed_at, terms_accepted_at)
    SELECT booking, 'SQL-' || number, '${conferenceId}', 'confirmed', 'organisation', organisation, name, 'full', person,
      'Booker', 'booker@example.org', 'invoice', '{"name": "Finance", "address": "Town Hall", "email": null}', 4, at, at, at
    FROM seeded;
  INSERT INTO delegates (id, booking_id, conference_id, number, status, name, email, filled_in_at, secret_hash, version)
    SELECT delegate, booking, '${conferenceId}', 1, 'confirmed', 'Robin Example', number || '@seeded.example', at,
      sha256(delegate::text::bytea), 3 FROM seeded;
  INSERT INTO places (id, conference_id, ticket_type_id, status, count_ids, organisation_id, booking_id, delegate_id,
      net_pence, vat_basis_points, made_at)
    SELECT place, '${conferenceId}', '${ticketId}', 'confirmed',
      (SELECT array_agg(id) FROM counts WHERE conference_id = '${conferenceId}'), organisation, booking, delegate, 19500,
      2000, at FROM seeded;
  UPDATE counts SET taken = taken + ${more} WHERE conference_id = '${conferenceId}';
  INSERT INTO booking_history (id, booking_id, at, act, person_name, request_id)
    SELECT gen_random_uuid(), booking, at, act, 'Booker', gen_random_uuid()
    FROM seeded, unnest('{begun,delegate-added,payment-chosen,confirmed}'::text[]) AS act;
  INSERT INTO documents (id, series, number, label, customer_id, conference_id, booking_id, issued_on, due_on, net_pence,
      vat_pence, gross_pence, content, issued_at, issued_by)
    SELECT document, 'invoice', number, 'INV-' || to_char(number, 'FM000000'), customer, '${conferenceId}', booking, at, at,
      19500, 3900, 23400, content, at, 'booker' FROM seeded, bench_documents;
  INSERT INTO document_lines (document_id, line, place_id, description, net_pence, vat_basis_points, vat_pence, gross_pence)
    SELECT document, 1, place, 'Both days: Robin Example', 19500, 2000, 3900, 23400 FROM seeded;
  UPDATE document_series SET last = last + ${more} WHERE name = 'invoice';
  INSERT INTO idempotency_keys (credential, key, request_hash, status, body)
    SELECT person, step || number, 'seeded', 200, '{}' FROM seeded, unnest('{begin,delegates,confirm}'::text[]) AS step;
  COMMIT`;
