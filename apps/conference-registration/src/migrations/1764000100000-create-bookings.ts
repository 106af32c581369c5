import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBookings1764000100000 implements MigrationInterface {
  name = 'CreateBookings1764000100000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE counts (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        organisation text NOT NULL DEFAULT '',
        taken integer NOT NULL DEFAULT 0,
        queued integer NOT NULL DEFAULT 0,
        CONSTRAINT counts_pkey PRIMARY KEY (id),
        CONSTRAINT counts_subject_key UNIQUE (conference_id, kind, subject_id, organisation),
        CONSTRAINT counts_taken_check CHECK (taken >= 0),
        CONSTRAINT counts_queued_check CHECK (queued >= 0)
      )`);
    await query.query(`
      CREATE TABLE bookings (
        id uuid NOT NULL,
        reference text NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id),
        status text NOT NULL,
        booked_for text NOT NULL,
        organisation_id text,
        organisation_name text NOT NULL,
        category text NOT NULL,
        booker_person_id text,
        booker_name text NOT NULL,
        booker_email text NOT NULL,
        booker_phone text,
        secret_hash bytea,
        code_id uuid REFERENCES codes (id),
        held_until timestamptz,
        extended boolean NOT NULL DEFAULT false,
        payment text,
        purchase_order text,
        purchase_order_required boolean NOT NULL DEFAULT false,
        purchase_order_asked_at timestamptz,
        bill_to jsonb,
        terms_accepted_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        cancelled_at timestamptz,
        CONSTRAINT bookings_pkey PRIMARY KEY (id)
      )`);
    // What people quote on the phone and on a bank transfer.
    await query.query('CREATE UNIQUE INDEX bookings_reference_key ON bookings (reference)');
    await query.query('CREATE INDEX bookings_conference_idx ON bookings (conference_id, created_at)');
    // "Your bookings", for the booker and for the organisation.
    await query.query('CREATE INDEX bookings_booker_idx ON bookings (booker_person_id)');
    await query.query('CREATE INDEX bookings_organisation_idx ON bookings (organisation_id)');
    await query.query('CREATE UNIQUE INDEX bookings_secret_key ON bookings (secret_hash)');
    // Holds that ran out are looked for each minute, among few.
    await query.query(`CREATE INDEX bookings_held_idx ON bookings (held_until) WHERE status = 'held'`);
    await query.query(`
      CREATE TABLE delegates (
        id uuid NOT NULL,
        booking_id uuid NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
        conference_id uuid NOT NULL REFERENCES conferences (id),
        number integer NOT NULL,
        status text NOT NULL,
        status_reason text,
        person_id text,
        name text NOT NULL DEFAULT '',
        email text,
        phone text,
        job_title text,
        badge_organisation text,
        secret_hash bytea,
        invited_at timestamptz,
        filled_in_at timestamptz,
        cancelled_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT delegates_pkey PRIMARY KEY (id),
        CONSTRAINT delegates_number_key UNIQUE (booking_id, number)
      )`);
    await query.query('CREATE INDEX delegates_conference_idx ON delegates (conference_id, status)');
    await query.query('CREATE INDEX delegates_person_idx ON delegates (person_id)');
    await query.query('CREATE UNIQUE INDEX delegates_secret_key ON delegates (secret_hash)');
    await query.query(`
      CREATE TABLE places (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id),
        ticket_type_id uuid NOT NULL REFERENCES ticket_types (id),
        status text NOT NULL,
        count_ids uuid[] NOT NULL,
        organisation_id text,
        booking_id uuid REFERENCES bookings (id) ON DELETE CASCADE,
        delegate_id uuid REFERENCES delegates (id) ON DELETE CASCADE,
        code_id uuid REFERENCES codes (id),
        free_allocation_id uuid REFERENCES free_allocations (id),
        offer_id uuid,
        net_pence integer NOT NULL,
        vat_basis_points integer NOT NULL,
        made_at timestamptz NOT NULL,
        released_at timestamptz,
        CONSTRAINT places_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX places_booking_idx ON places (booking_id)');
    await query.query('CREATE INDEX places_delegate_idx ON places (delegate_id)');
    // Places kept by a code or an offer are looked for among those that are not given back yet.
    await query.query(
      `CREATE INDEX places_code_idx ON places (code_id) WHERE code_id IS NOT NULL AND status = 'reserved'`,
    );
    await query.query('CREATE INDEX places_offer_idx ON places (offer_id) WHERE offer_id IS NOT NULL');
    await query.query('CREATE INDEX places_conference_idx ON places (conference_id, status)');
    await query.query(`
      CREATE TABLE answers (
        question_id uuid NOT NULL REFERENCES questions (id),
        subject_id uuid NOT NULL,
        booking_id uuid NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
        delegate_id uuid REFERENCES delegates (id) ON DELETE CASCADE,
        sensitive text,
        value jsonb NOT NULL,
        CONSTRAINT answers_pkey PRIMARY KEY (subject_id, question_id)
      )`);
    await query.query('CREATE INDEX answers_booking_idx ON answers (booking_id)');
    await query.query('CREATE INDEX answers_question_idx ON answers (question_id)');
    await query.query(`
      CREATE TABLE answer_files (
        id uuid NOT NULL,
        question_id uuid NOT NULL REFERENCES questions (id),
        booking_id uuid NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
        delegate_id uuid REFERENCES delegates (id) ON DELETE CASCADE,
        name text NOT NULL,
        media_type text NOT NULL,
        content bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT answer_files_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX answer_files_booking_idx ON answer_files (booking_id)');
    await query.query(`
      CREATE TABLE booking_history (
        id uuid NOT NULL,
        booking_id uuid NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        act text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        person_id text,
        person_name text NOT NULL,
        actor_id text,
        actor_name text,
        request_id text NOT NULL,
        CONSTRAINT booking_history_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX booking_history_booking_idx ON booking_history (booking_id, at)');
    await query.query(`
      CREATE TABLE booking_notes (
        id uuid NOT NULL,
        booking_id uuid NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        text text NOT NULL,
        person_id text,
        person_name text NOT NULL,
        CONSTRAINT booking_notes_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX booking_notes_booking_idx ON booking_notes (booking_id, at)');
    await query.query(`
      CREATE TABLE guests (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        secret_hash bytea NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        organisation_name text NOT NULL,
        wanted jsonb NOT NULL,
        asked_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        booking_id uuid REFERENCES bookings (id) ON DELETE SET NULL,
        CONSTRAINT guests_pkey PRIMARY KEY (id),
        CONSTRAINT guests_secret_key UNIQUE (secret_hash)
      )`);
    // Everything that changes how many places are taken runs one after the other for each conference. A function of its
    // own, so that a test can take the lock away and see places oversold.
    await query.query(`
      CREATE FUNCTION lock_places(conference uuid) RETURNS integer LANGUAGE sql AS $$
        SELECT version FROM conferences WHERE id = conference FOR NO KEY UPDATE
      $$`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP FUNCTION lock_places(uuid)');
    await query.query(
      'DROP TABLE guests, booking_notes, booking_history, answer_files, answers, places, delegates, bookings, counts',
    );
  }
}
