import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { hashOfLinkSecret, LinkSecrets } from '#platform';

/** A visit that many travel with. */
export interface SeededParty {
  readonly visitId: string;
  /** That of the first traveller’s own link. */
  readonly secret: string;
  /** That of their feed. */
  readonly feedSecret: string;
}

/** Of so many days each has five items that are published, and three legs all in all. */
const days = 6;
const itemsOfDay = 5;

/**
 * Writes a visit with so many travellers straight into the tables: 30 items each that were published, three legs, and a room.
 *
 * @param linkSecret what the secrets in the service’s links are made from
 */
export async function seedParty(
  databaseUrl: string,
  linkSecret: string,
  travellers: number,
): Promise<SeededParty> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const links = new LinkSecrets<'traveller' | 'feed'>(linkSecret, 'links to study visits');
  const visitId = randomUUID();
  const hotelId = randomUUID();
  const ids = Array.from({ length: travellers }, () => randomUUID());
  const [first = ''] = ids;
  const feedSecret = links.secretOf('feed', `${first}:1`);
  try {
    await client.query(
      `INSERT INTO visits (id, slug, title, region, country, zone, first_day, last_day, status, summary, description, places,
         funded_places, price_pence, price_includes, deposit_pence, acceptance_days, contacts, version, created_at, changed_at)
       VALUES ($1, $3, 'Emilia-Romagna', 'Emilia-Romagna', 'IT', 'Europe/Rome', '2035-03-11',
         '2035-03-16', 'confirmed', 'Co-operatives', '', $2, 0, 95000, '', 0, 14,
         '[{"name": "The office", "role": "Day and night", "phone": "+44 20 7946 0000", "email": null}]', 1, now(), now())`,
      [visitId, travellers, `bench-${visitId.slice(0, 8)}`],
    );
    await client.query(
      `INSERT INTO travellers (id, visit_id, number, part, name, email, phone, organisation_name, counts_as, funded, status,
         confirmed_at, secret_hash, version)
       SELECT id, $1::uuid, n, CASE WHEN n = 1 THEN 'leader' ELSE 'delegate' END, 'Traveller ' || n || ' Example',
         'traveller-' || n || '@example.org', '+44 7700 900' || lpad((n % 1000)::text, 3, '0'),
         'Borough Council of Somewhere, no. ' || n % 16, CASE WHEN n = 1 THEN NULL ELSE 'general' END, false, 'confirmed', now(), hash, 1
       FROM unnest($2::uuid[], $3::bytea[]) WITH ORDINALITY AS each (id, hash, n)`,
      [visitId, ids, ids.map((id) => hashOfLinkSecret(links.secretOf('traveller', id)))],
    );
    await client.query(
      `WITH items AS (
         SELECT gen_random_uuid() AS id, day, hour, timestamptz '2035-03-11 08:00+01' + make_interval(days => day, hours => 2 * hour) AS at
         FROM generate_series(0, $2::int - 1) AS day, generate_series(0, $3::int - 1) AS hour)
       INSERT INTO own_items (traveller_id, item_id, facts, is_off, sequence, changed_at)
       SELECT t.id, i.id, jsonb_build_object('id', i.id, 'kind', 'visit', 'title', 'Visit no. ' || i.hour || ' of day ' || i.day,
           'startsAt', to_char(i.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'zone', 'Europe/Rome',
           'endsAt', to_char((i.at + interval '90 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'endZone', 'Europe/Rome',
           'stop', jsonb_build_object('name', 'Cooperativa ' || i.hour, 'address', 'Via Finta ' || i.day || ', Bologna',
             'point', jsonb_build_object('lat', 44.5, 'lon', 11.3)),
           'to', NULL, 'host', 'Cooperativa ' || i.hour, 'language', 'Italian', 'bufferMinutes', 10,
           'description', 'How care works that belongs to those who give it. Wear flat shoes.', 'status', 'planned',
           'statusReason', NULL, 'groups', '[]'::jsonb, 'groupIds', '[]'::jsonb), false, 0, now()
       FROM travellers t, items i WHERE t.visit_id = $1`,
      [visitId, days, itemsOfDay],
    );
    await client.query(
      `WITH flights AS (
         INSERT INTO legs (id, visit_id, kind, way, title, from_name, to_name, departs_at, departs_zone, arrives_at, arrives_zone,
           change_minutes, border_minutes, meeting_point, meet_minutes, status, version, changed_at)
         SELECT gen_random_uuid(), $1::uuid, 'flight', 'there', 'BA 54' || n, 'London Heathrow', 'Bologna Marconi',
           timestamptz '2035-03-11 06:00Z' + make_interval(days => n), 'Europe/London',
           timestamptz '2035-03-11 08:15Z' + make_interval(days => n), 'Europe/Rome', 90, 45, 'Under the clock', 120, 'planned', 1, now()
         FROM generate_series(0, 2) AS n RETURNING id)
       INSERT INTO leg_travellers (leg_id, traveller_id, booking_reference)
       SELECT flights.id, t.id, 'REF' || t.number FROM flights, travellers t WHERE t.visit_id = $1`,
      [visitId],
    );
    await client.query(
      `INSERT INTO hotels (id, visit_id, name, address, phone, needs_passports, version)
       VALUES ($1, $2, 'Hotel Finto', 'Via Finta 1, Bologna', '+39 051 555', false, 1)`,
      [hotelId, visitId],
    );
    await client.query(
      `INSERT INTO rooming_lists (id, visit_id, hotel_id, number, sent_to, sent_at, lines)
       SELECT gen_random_uuid(), $1::uuid, $2::uuid, 1, 'desk@hotel.example', now(), jsonb_agg(jsonb_build_object('sleeperId', id, 'key',
         'SG-' || number, 'type', 'SG', 'title', '', 'forename', 'T', 'surname', 'E', 'pax', 'Delegate', 'note', '',
         'arrives', '2035-03-11', 'leaves', '2035-03-16')) FROM travellers WHERE visit_id = $1`,
      [visitId, hotelId],
    );
    await client.query('INSERT INTO itinerary_feeds (traveller_id, number, secret_hash) VALUES ($1, 1, $2)', [
      first,
      hashOfLinkSecret(feedSecret),
    ]);
    await client.query('ANALYZE travellers, own_items, legs, leg_travellers');
  } finally {
    await client.end();
  }
  return { visitId, secret: links.secretOf('traveller', first), feedSecret };
}
