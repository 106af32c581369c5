import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVisits1765100100000 implements MigrationInterface {
  name = 'CreateVisits1765100100000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE visits (
        id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        region text NOT NULL,
        country text NOT NULL,
        zone text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        status text NOT NULL,
        status_reason text,
        summary text NOT NULL,
        description text NOT NULL,
        places integer NOT NULL,
        organisation_limit integer,
        category_limits jsonb NOT NULL DEFAULT '[]',
        reserved jsonb NOT NULL DEFAULT '[]',
        funded_places integer NOT NULL,
        price_pence integer NOT NULL,
        price_includes text NOT NULL,
        deposit_pence integer NOT NULL,
        applications_open_at timestamptz,
        applications_close_at timestamptz,
        decision_on date,
        acceptance_days integer NOT NULL,
        balance_due_on date,
        refunds jsonb NOT NULL DEFAULT '[]',
        contacts jsonb NOT NULL DEFAULT '[]',
        copied_from uuid,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT visits_pkey PRIMARY KEY (id),
        CONSTRAINT visits_days_check CHECK (last_day >= first_day),
        CONSTRAINT visits_places_check CHECK (places >= 1 AND funded_places BETWEEN 0 AND places),
        CONSTRAINT visits_price_check CHECK (price_pence >= 0 AND deposit_pence BETWEEN 0 AND price_pence),
        CONSTRAINT visits_window_check CHECK (applications_close_at > applications_open_at)
      )`);
    // A visit's address names it.
    await query.query('CREATE UNIQUE INDEX visits_slug_key ON visits (slug)');
    await query.query(`
      CREATE TABLE visit_history (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        version integer,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        actor_id text,
        actor_name text,
        action text NOT NULL,
        reason text,
        changes jsonb NOT NULL,
        CONSTRAINT visit_history_pkey PRIMARY KEY (id)
      )`);
    // A visit's history is read as a whole, the newest first.
    await query.query('CREATE INDEX visit_history_visit_idx ON visit_history (visit_id, id)');
    await query.query(`
      CREATE TABLE travellers (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        number integer NOT NULL,
        part text NOT NULL,
        application_id uuid,
        person_id text,
        name text NOT NULL,
        email text,
        phone text,
        job_title text NOT NULL DEFAULT '',
        organisation_id text,
        organisation_name text NOT NULL,
        category text,
        counts_as text,
        funded boolean NOT NULL,
        status text NOT NULL,
        confirmed_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_why text,
        replaces uuid,
        secret_hash bytea NOT NULL,
        version integer NOT NULL,
        CONSTRAINT travellers_pkey PRIMARY KEY (id),
        CONSTRAINT travellers_number_check CHECK (number >= 1),
        CONSTRAINT travellers_counts_check CHECK ((part = 'delegate') = (counts_as IS NOT NULL)),
        CONSTRAINT travellers_withdrawn_check CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL))
      )`);
    // Numbers are given in order and never twice; a visit's travellers are read and counted together.
    await query.query('CREATE UNIQUE INDEX travellers_number_key ON travellers (visit_id, number)');
    // An application leads to one traveller.
    await query.query(
      'CREATE UNIQUE INDEX travellers_application_key ON travellers (application_id) WHERE application_id IS NOT NULL',
    );
    // A mailed link is looked up by what is kept of it.
    await query.query('CREATE UNIQUE INDEX travellers_secret_key ON travellers (secret_hash)');
    // A person's travels, for their own page, for merging and for forgetting them.
    await query.query(
      'CREATE INDEX travellers_person_idx ON travellers (person_id) WHERE person_id IS NOT NULL',
    );
    // The lock of a visit: whatever counts (places, offers, beds) or replaces its lists takes it first, after that of the
    // people.
    await query.query(`
      CREATE FUNCTION lock_visit(wanted uuid) RETURNS integer LANGUAGE sql AS
      'SELECT version FROM visits WHERE id = wanted FOR NO KEY UPDATE'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP FUNCTION lock_visit(uuid)');
    await query.query('DROP TABLE travellers, visit_history, visits');
  }
}
