import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who applies for a visit, and what their colleagues say of them. */
export class CreateApplications1765100300000 implements MigrationInterface {
  name = 'CreateApplications1765100300000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE applications (
        id uuid NOT NULL CONSTRAINT applications_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT applications_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        code text,
        status text NOT NULL,
        person_id text,
        name text NOT NULL,
        email text,
        phone text,
        job_title text,
        organisation_id text,
        organisation_name text,
        category text,
        kind text NOT NULL,
        is_newcomer boolean NOT NULL DEFAULT false,
        answers jsonb NOT NULL DEFAULT '{}',
        applied_by text,
        applied_by_name text,
        secret_hash bytea NOT NULL,
        link_number integer NOT NULL DEFAULT 0,
        link_sent_at timestamptz,
        begun_from text,
        started_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        submitted_at timestamptz,
        withdrawn_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT applications_submitted_check
          CHECK (status <> 'submitted' OR (code IS NOT NULL AND submitted_at IS NOT NULL))
      )`);
    // One that stands for each address and each person, also where two ask at once; staff's list of a visit goes by it, too.
    await query.query(
      `CREATE UNIQUE INDEX applications_email_key ON applications (visit_id, lower(email)) WHERE status <> 'withdrawn'`,
    );
    await query.query(
      `CREATE UNIQUE INDEX applications_person_key ON applications (visit_id, person_id)
       WHERE status <> 'withdrawn' AND person_id IS NOT NULL`,
    );
    // The draw goes by the code, so no two may have the same.
    await query.query('CREATE UNIQUE INDEX applications_code_key ON applications (visit_id, code)');
    await query.query('CREATE UNIQUE INDEX applications_secret_key ON applications (secret_hash)');
    // Somebody's own list.
    await query.query(
      'CREATE INDEX applications_person_idx ON applications (person_id) WHERE person_id IS NOT NULL',
    );
    // What a booking-contact sees of their organisation, and how many it has for a visit.
    await query.query(
      'CREATE INDEX applications_organisation_idx ON applications (organisation_id, visit_id)',
    );
    // How many were begun lately from a network.
    await query.query(
      'CREATE INDEX applications_begun_from_idx ON applications (begun_from, started_at) WHERE begun_from IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE application_references (
        id uuid NOT NULL CONSTRAINT application_references_pkey PRIMARY KEY,
        application_id uuid NOT NULL CONSTRAINT application_references_application_id_fkey
          REFERENCES applications (id) ON DELETE CASCADE,
        name text NOT NULL,
        email text,
        relation text NOT NULL,
        status text NOT NULL,
        text text,
        secret_hash bytea NOT NULL,
        asked_at timestamptz NOT NULL,
        reminded_at timestamptz,
        given_at timestamptz,
        version integer NOT NULL
      )`);
    // Nobody is asked twice for the same applicant; an application's references are found by it.
    await query.query(
      'CREATE UNIQUE INDEX application_references_email_key ON application_references (application_id, lower(email))',
    );
    await query.query(
      'CREATE UNIQUE INDEX application_references_secret_key ON application_references (secret_hash)',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE application_references, applications');
  }
}
