import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What public pages are made from. */
const announced = ['exhibitions', 'exhibition_days', 'stand_events'];

/** What takes place on stands, who is invited, and what they need. */
export class CreateStandEvents1764101000000 implements MigrationInterface {
  name = 'CreateStandEvents1764101000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE stand_events (
        id uuid NOT NULL CONSTRAINT stand_events_pkey PRIMARY KEY,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        title text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        host_name text,
        summary text NOT NULL DEFAULT '',
        capacity integer NOT NULL,
        audience text NOT NULL,
        status text NOT NULL,
        status_reason text,
        hosts_needed integer NOT NULL,
        budget_pence integer,
        budget_status text,
        budget_note text,
        briefing text NOT NULL DEFAULT '',
        version integer NOT NULL,
        CONSTRAINT stand_events_span_check CHECK (ends_at > starts_at),
        CONSTRAINT stand_events_numbers_check CHECK (capacity > 0 AND hosts_needed >= 0)
      )`);
    await query.query('CREATE INDEX stand_events_exhibition_idx ON stand_events (exhibition_id, starts_at)');
    await query.query(`
      CREATE TABLE event_readers (
        stand_event_id uuid NOT NULL REFERENCES stand_events (id) ON DELETE CASCADE,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        CONSTRAINT event_readers_pkey PRIMARY KEY (stand_event_id, team_member_id)
      )`);
    await query.query(`
      CREATE TABLE event_guests (
        id uuid NOT NULL CONSTRAINT event_guests_pkey PRIMARY KEY,
        stand_event_id uuid NOT NULL REFERENCES stand_events (id) ON DELETE CASCADE,
        name text NOT NULL,
        email text,
        organisation_name text,
        plus_ones_allowed integer NOT NULL,
        status text NOT NULL,
        plus_ones integer NOT NULL DEFAULT 0,
        secret_hash bytea NOT NULL CONSTRAINT event_guests_secret_hash_key UNIQUE,
        invited_at timestamptz NOT NULL,
        answered_at timestamptz,
        reminded_at timestamptz,
        arrived_at timestamptz,
        arrived integer NOT NULL DEFAULT 0,
        version integer NOT NULL,
        CONSTRAINT event_guests_plus_ones_check CHECK (plus_ones BETWEEN 0 AND plus_ones_allowed)
      )`);
    await query.query(
      'CREATE UNIQUE INDEX event_guests_email_idx ON event_guests (stand_event_id, lower(email))',
    );
    // Apart from the guests: what somebody may not eat says what they believe or what ails them.
    await query.query(`
      CREATE TABLE guest_needs (
        guest_id uuid NOT NULL CONSTRAINT guest_needs_pkey PRIMARY KEY REFERENCES event_guests (id) ON DELETE CASCADE,
        dietary text NOT NULL
      )`);
    // What is kept ready of public pages is thrown away, in every process of the service.
    await query.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('exhibition_stands_changed', '');
        RETURN NULL;
      END $$`);
    for (const table of announced) {
      await query.query(`
        CREATE TRIGGER ${table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of announced) await query.query(`DROP TRIGGER ${table}_changed ON ${table}`);
    await query.query('DROP FUNCTION announce_change()');
    await query.query('DROP TABLE guest_needs, event_guests, event_readers, stand_events');
  }
}
