import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWaitingList1764000200000 implements MigrationInterface {
  name = 'CreateWaitingList1764000200000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE waiting_entries (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        ticket_type_id uuid NOT NULL REFERENCES ticket_types (id),
        number integer NOT NULL,
        wanted integer NOT NULL,
        all_together boolean NOT NULL,
        status text NOT NULL,
        status_reason text,
        blocked_by uuid[] NOT NULL,
        booked_for text NOT NULL,
        organisation_id text,
        organisation_name text NOT NULL,
        category text NOT NULL,
        person_id text,
        name text NOT NULL,
        email text NOT NULL,
        secret_hash bytea,
        joined_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT waiting_entries_pkey PRIMARY KEY (id),
        CONSTRAINT waiting_entries_number_key UNIQUE (conference_id, number),
        CONSTRAINT waiting_entries_wanted_check CHECK (wanted >= 0)
      )`);
    // The line is walked in its order each time that a place is given back.
    await query.query(
      `CREATE INDEX waiting_entries_line_idx ON waiting_entries (conference_id, number) WHERE status = 'waiting'`,
    );
    await query.query('CREATE INDEX waiting_entries_person_idx ON waiting_entries (person_id)');
    await query.query('CREATE UNIQUE INDEX waiting_entries_secret_key ON waiting_entries (secret_hash)');
    await query.query(`
      CREATE TABLE offers (
        id uuid NOT NULL,
        entry_id uuid NOT NULL REFERENCES waiting_entries (id) ON DELETE CASCADE,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        places integer NOT NULL,
        status text NOT NULL,
        made_at timestamptz NOT NULL,
        answer_until timestamptz NOT NULL,
        answered_at timestamptz,
        booking_id uuid REFERENCES bookings (id) ON DELETE SET NULL,
        CONSTRAINT offers_pkey PRIMARY KEY (id),
        CONSTRAINT offers_places_check CHECK (places >= 1)
      )`);
    await query.query('CREATE INDEX offers_entry_idx ON offers (entry_id)');
    // Offers that nobody answered in time are looked for each minute, among few.
    await query.query(`CREATE INDEX offers_open_idx ON offers (answer_until) WHERE status = 'open'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE offers, waiting_entries');
  }
}
