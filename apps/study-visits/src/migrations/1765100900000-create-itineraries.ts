import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days of visits, whom they visit, and who interprets. */
export class CreateItineraries1765100900000 implements MigrationInterface {
  name = 'CreateItineraries1765100900000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE hosts (
        id uuid NOT NULL CONSTRAINT hosts_pkey PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        address text,
        lat double precision,
        lon double precision,
        website text,
        contacts jsonb NOT NULL DEFAULT '[]',
        notes text NOT NULL DEFAULT '',
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT hosts_point_check CHECK ((lat IS NULL) = (lon IS NULL))
      )`);
    await query.query(`
      CREATE TABLE interpreters (
        id uuid NOT NULL CONSTRAINT interpreters_pkey PRIMARY KEY,
        name text NOT NULL,
        languages text[] NOT NULL,
        email text,
        phone text,
        notes text NOT NULL DEFAULT '',
        version integer NOT NULL,
        changed_at timestamptz NOT NULL
      )`);
    await query.query(`
      CREATE TABLE itinerary_items (
        id uuid NOT NULL CONSTRAINT itinerary_items_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT itinerary_items_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        kind text NOT NULL,
        title text NOT NULL,
        starts_at timestamptz NOT NULL,
        zone text NOT NULL,
        ends_at timestamptz NOT NULL,
        end_zone text NOT NULL,
        stop jsonb,
        to_stop jsonb,
        host_id uuid CONSTRAINT itinerary_items_host_id_fkey REFERENCES hosts (id),
        capacity integer,
        group_ids uuid[] NOT NULL DEFAULT '{}',
        language text,
        needs_interpreter boolean NOT NULL,
        buffer_minutes integer NOT NULL,
        travel_minutes integer,
        description text NOT NULL DEFAULT '',
        notes text NOT NULL DEFAULT '',
        status text NOT NULL,
        status_reason text,
        version integer NOT NULL,
        CONSTRAINT itinerary_items_span_check CHECK (ends_at > starts_at)
      )`);
    // The days of a visit are read in the order of time.
    await query.query('CREATE INDEX itinerary_items_visit_idx ON itinerary_items (visit_id, starts_at)');
    // Where a host is visited: it cannot be deleted then, and goes along when it is merged.
    await query.query(
      'CREATE INDEX itinerary_items_host_idx ON itinerary_items (host_id) WHERE host_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE interpreter_bookings (
        item_id uuid NOT NULL CONSTRAINT interpreter_bookings_item_id_fkey REFERENCES itinerary_items (id) ON DELETE CASCADE,
        interpreter_id uuid NOT NULL CONSTRAINT interpreter_bookings_interpreter_id_fkey REFERENCES interpreters (id),
        CONSTRAINT interpreter_bookings_pkey PRIMARY KEY (item_id, interpreter_id)
      )`);
    // Somebody's bookings, over all visits: nobody interprets at two places at once.
    await query.query(
      'CREATE INDEX interpreter_bookings_interpreter_idx ON interpreter_bookings (interpreter_id)',
    );
    await query.query(`
      CREATE TABLE itinerary_splits (
        id uuid NOT NULL CONSTRAINT itinerary_splits_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT itinerary_splits_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        name text NOT NULL,
        groups jsonb NOT NULL,
        version integer NOT NULL
      )`);
    // A visit's splits are read together.
    await query.query('CREATE INDEX itinerary_splits_visit_idx ON itinerary_splits (visit_id, id)');
    await query.query(`
      CREATE TABLE itinerary_members (
        split_id uuid NOT NULL CONSTRAINT itinerary_members_split_id_fkey REFERENCES itinerary_splits (id) ON DELETE CASCADE,
        traveller_id uuid NOT NULL CONSTRAINT itinerary_members_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        group_id uuid NOT NULL,
        CONSTRAINT itinerary_members_pkey PRIMARY KEY (split_id, traveller_id)
      )`);
    // The groups of one traveller, for their own day.
    await query.query('CREATE INDEX itinerary_members_traveller_idx ON itinerary_members (traveller_id)');
    await query.query(`
      CREATE TABLE itinerary_publications (
        visit_id uuid NOT NULL CONSTRAINT itinerary_publications_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        number integer NOT NULL,
        published_at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        items jsonb NOT NULL,
        changes jsonb NOT NULL,
        told integer NOT NULL,
        CONSTRAINT itinerary_publications_pkey PRIMARY KEY (visit_id, number)
      )`);
    await query.query(`
      CREATE TABLE own_items (
        traveller_id uuid NOT NULL CONSTRAINT own_items_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        item_id uuid NOT NULL,
        facts jsonb NOT NULL,
        is_off boolean NOT NULL,
        sequence integer NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT own_items_pkey PRIMARY KEY (traveller_id, item_id)
      )`);
    await query.query(`
      CREATE TABLE itinerary_news (
        traveller_id uuid NOT NULL CONSTRAINT itinerary_news_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        visit_id uuid NOT NULL CONSTRAINT itinerary_news_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        number integer NOT NULL,
        changes jsonb NOT NULL,
        told_at timestamptz NOT NULL,
        seen_at timestamptz,
        CONSTRAINT itinerary_news_pkey PRIMARY KEY (traveller_id, number)
      )`);
    // Who of a visit has not yet seen what.
    await query.query('CREATE INDEX itinerary_news_visit_idx ON itinerary_news (visit_id)');
    await query.query(`
      CREATE TABLE itinerary_feeds (
        traveller_id uuid NOT NULL CONSTRAINT itinerary_feeds_pkey PRIMARY KEY
          CONSTRAINT itinerary_feeds_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        number integer NOT NULL,
        secret_hash bytea NOT NULL
      )`);
    // A calendar program shows its secret, of which only this is kept.
    await query.query('CREATE UNIQUE INDEX itinerary_feeds_secret_key ON itinerary_feeds (secret_hash)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      `DROP TABLE itinerary_feeds, itinerary_news, own_items, itinerary_publications, itinerary_members, itinerary_splits,
         interpreter_bookings, itinerary_items, interpreters, hosts`,
    );
  }
}
