import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateConferences1764000000000 implements MigrationInterface {
  name = 'CreateConferences1764000000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE conferences (
        id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        host_organisation_id text,
        host_name text,
        venue_name text,
        venue_address text,
        first_day date NOT NULL,
        last_day date NOT NULL,
        days jsonb NOT NULL DEFAULT '[]',
        zone text NOT NULL,
        summary text NOT NULL,
        description text NOT NULL,
        contact_name text,
        contact_email text,
        contact_phone text,
        opens_at timestamptz,
        closes_at timestamptz,
        changes_until timestamptz,
        refund_steps jsonb NOT NULL DEFAULT '[]',
        terms text NOT NULL,
        payment_days integer NOT NULL,
        offer_working_days integer NOT NULL,
        status text NOT NULL,
        status_reason text,
        copied_from uuid,
        answers_erased_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT conferences_pkey PRIMARY KEY (id),
        CONSTRAINT conferences_days_check CHECK (last_day >= first_day)
      )`);
    // A conference's address names it.
    await query.query('CREATE UNIQUE INDEX conferences_slug_key ON conferences (slug)');
    await query.query(`
      CREATE TABLE conference_revisions (
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        actor_id text,
        actor_name text,
        action text NOT NULL,
        reason text,
        changes jsonb NOT NULL,
        CONSTRAINT conference_revisions_pkey PRIMARY KEY (conference_id, version)
      )`);
    await query.query(`
      CREATE TABLE ticket_types (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        position integer NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        description text NOT NULL,
        days date[] NOT NULL DEFAULT '{}',
        format text NOT NULL,
        vat_basis_points integer NOT NULL,
        hidden boolean NOT NULL,
        least integer NOT NULL,
        most integer,
        needs_approval boolean NOT NULL,
        on_sale_from timestamptz,
        on_sale_until timestamptz,
        withdrawn_at timestamptz,
        CONSTRAINT ticket_types_pkey PRIMARY KEY (id),
        CONSTRAINT ticket_types_vat_check CHECK (vat_basis_points BETWEEN 0 AND 10000),
        CONSTRAINT ticket_types_most_check CHECK (least >= 0 AND (most IS NULL OR most >= least))
      )`);
    // A conference's page and each booking read all ticket types of one conference.
    await query.query('CREATE INDEX ticket_types_conference_idx ON ticket_types (conference_id)');
    await query.query(`
      CREATE TABLE prices (
        ticket_type_id uuid NOT NULL REFERENCES ticket_types (id) ON DELETE CASCADE,
        category text NOT NULL,
        until date NOT NULL DEFAULT '9999-12-31',
        pence integer NOT NULL,
        CONSTRAINT prices_pkey PRIMARY KEY (ticket_type_id, category, until),
        CONSTRAINT prices_pence_check CHECK (pence >= 0)
      )`);
    await query.query(`
      CREATE TABLE free_allocations (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        ticket_type_id uuid NOT NULL REFERENCES ticket_types (id) ON DELETE CASCADE,
        category text,
        organisation_id text,
        places integer NOT NULL,
        CONSTRAINT free_allocations_pkey PRIMARY KEY (id),
        CONSTRAINT free_allocations_whom_check CHECK ((category IS NULL) <> (organisation_id IS NULL)),
        CONSTRAINT free_allocations_places_check CHECK (places >= 0)
      )`);
    await query.query('CREATE INDEX free_allocations_conference_idx ON free_allocations (conference_id)');
    await query.query(`
      CREATE TABLE pools (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        position integer NOT NULL,
        name text NOT NULL,
        capacity integer NOT NULL,
        per_organisation boolean NOT NULL,
        ticket_type_ids uuid[] NOT NULL,
        CONSTRAINT pools_pkey PRIMARY KEY (id),
        CONSTRAINT pools_capacity_check CHECK (capacity >= 0)
      )`);
    await query.query('CREATE INDEX pools_conference_idx ON pools (conference_id)');
    await query.query(`
      CREATE TABLE codes (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        code text NOT NULL,
        note text NOT NULL,
        price_change jsonb,
        reserves boolean NOT NULL,
        uses integer,
        expires_at timestamptz,
        organisation_id text,
        ticket_type_ids uuid[] NOT NULL DEFAULT '{}',
        ended_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT codes_pkey PRIMARY KEY (id),
        CONSTRAINT codes_uses_check CHECK (uses IS NULL OR uses >= 1),
        CONSTRAINT codes_reserves_check CHECK (NOT reserves OR uses IS NOT NULL)
      )`);
    // A code is typed by people: it is the same in capitals or not, and means one thing.
    await query.query('CREATE UNIQUE INDEX codes_code_key ON codes (conference_id, upper(code))');
    await query.query(`
      CREATE TABLE questions (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        position integer NOT NULL,
        asked_of text NOT NULL,
        kind text NOT NULL,
        label text NOT NULL,
        hint text,
        choices jsonb NOT NULL DEFAULT '[]',
        required boolean NOT NULL,
        sensitive text,
        only_if jsonb,
        ticket_type_ids uuid[] NOT NULL DEFAULT '{}',
        asks_approval boolean NOT NULL,
        retired_at timestamptz,
        CONSTRAINT questions_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX questions_conference_idx ON questions (conference_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DROP TABLE questions, codes, pools, free_allocations, prices, ticket_types, conference_revisions, conferences',
    );
  }
}
