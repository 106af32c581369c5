import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople1763780400000 implements MigrationInterface {
  name = 'CreatePeople1763780400000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE people (
        id uuid NOT NULL,
        name text NOT NULL,
        preferred_name text,
        pronouns text,
        phone text,
        job_title text,
        merged_into uuid,
        erased_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT people_pkey PRIMARY KEY (id),
        CONSTRAINT people_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES people (id),
        CONSTRAINT people_merged_into_check CHECK (merged_into <> id)
      )`);
    // Whoever was merged into somebody moves along when that record is merged in its turn.
    await query.query(
      'CREATE INDEX people_merged_into_idx ON people (merged_into) WHERE merged_into IS NOT NULL',
    );
    // The staff list is in order of names.
    await query.query('CREATE INDEX people_name_idx ON people (lower(name), id)');
    await query.query(`
      CREATE TABLE emails (
        address text NOT NULL,
        person_id uuid NOT NULL,
        verified_at timestamptz,
        is_primary boolean NOT NULL,
        CONSTRAINT emails_pkey PRIMARY KEY (address),
        CONSTRAINT emails_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
        CONSTRAINT emails_address_check CHECK (address = lower(address))
      )`);
    // A person's addresses, on their page and in messages.
    await query.query('CREATE INDEX emails_person_id_idx ON emails (person_id)');
    // Mail goes to one address.
    await query.query('CREATE UNIQUE INDEX emails_primary_key ON emails (person_id) WHERE is_primary');
    await query.query(`
      CREATE TABLE affiliations (
        person_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        role text NOT NULL,
        office text,
        is_booking_contact boolean NOT NULL,
        CONSTRAINT affiliations_pkey PRIMARY KEY (person_id, organisation_id),
        CONSTRAINT affiliations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
        CONSTRAINT affiliations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT affiliations_role_check CHECK (role IN ('councillor', 'officer', 'partner'))
      )`);
    // An organisation's people, on its page.
    await query.query('CREATE INDEX affiliations_organisation_id_idx ON affiliations (organisation_id)');
    await query.query(`
      CREATE TABLE boards (
        slug text NOT NULL,
        name text NOT NULL,
        CONSTRAINT boards_pkey PRIMARY KEY (slug)
      )`);
    await query.query(`
      CREATE TABLE seats (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        board text NOT NULL,
        position text,
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT seats_pkey PRIMARY KEY (id),
        CONSTRAINT seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
        CONSTRAINT seats_board_fkey FOREIGN KEY (board) REFERENCES boards (slug),
        CONSTRAINT seats_term_check CHECK (ends_on >= starts_on)
      )`);
    // A person's seats, at every sign-in; a board's members, on its page.
    await query.query('CREATE INDEX seats_person_id_idx ON seats (person_id)');
    await query.query('CREATE INDEX seats_board_idx ON seats (board)');
    await query.query(`
      CREATE TABLE grants (
        person_id uuid NOT NULL,
        role text NOT NULL,
        granted_at timestamptz NOT NULL,
        granted_by uuid,
        CONSTRAINT grants_pkey PRIMARY KEY (person_id, role),
        CONSTRAINT grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
        CONSTRAINT grants_role_check CHECK (role IN ('staff', 'admin'))
      )`);
    await query.query(`
      CREATE TABLE person_revisions (
        person_id uuid NOT NULL,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        reason text,
        changes jsonb NOT NULL,
        CONSTRAINT person_revisions_pkey PRIMARY KEY (person_id, version),
        CONSTRAINT person_revisions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE person_revisions, grants, seats, boards, affiliations, emails, people');
  }
}
