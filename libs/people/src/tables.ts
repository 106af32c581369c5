import type { QueryRunner } from 'typeorm';

/** Makes the tables of people and organisations in a migration of the app that keeps them. */
export async function createPeopleTables(query: QueryRunner): Promise<void> {
  await query.query(`
    CREATE TABLE organisations (
      id text NOT NULL,
      name text NOT NULL,
      category text NOT NULL,
      kind text NOT NULL DEFAULT '',
      status text NOT NULL,
      joined_on date,
      left_on date,
      discount_percent integer,
      discount_ends_on date,
      billing_address text,
      invoice_email text,
      purchase_order_required boolean NOT NULL DEFAULT false,
      accountable_body_reference text,
      domains text[] NOT NULL DEFAULT '{}',
      version integer NOT NULL,
      CONSTRAINT organisations_pkey PRIMARY KEY (id)
    )`);
  await query.query(`
    CREATE TABLE people (
      id text NOT NULL,
      name text NOT NULL,
      preferred_name text,
      email text,
      phone text,
      job_title text,
      roles text[] NOT NULL,
      merged_into text,
      version integer NOT NULL,
      CONSTRAINT people_pkey PRIMARY KEY (id)
    )`);
  // Whoever was merged into somebody moves along when that record is merged in its turn.
  await query.query(
    'CREATE INDEX people_merged_into_idx ON people (merged_into) WHERE merged_into IS NOT NULL',
  );
  // Whoever is written down with a known address is that person.
  await query.query('CREATE INDEX people_email_idx ON people (lower(email))');
  await query.query(`
    CREATE TABLE affiliations (
      person_id text NOT NULL,
      organisation_id text NOT NULL,
      role text NOT NULL,
      is_booking_contact boolean NOT NULL,
      CONSTRAINT affiliations_pkey PRIMARY KEY (person_id, organisation_id),
      CONSTRAINT affiliations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
    )`);
  await query.query(`
    CREATE TABLE erased_people (
      id text NOT NULL,
      erased_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT erased_people_pkey PRIMARY KEY (id)
    )`);
}

/** Takes back {@link createPeopleTables}. */
export async function dropPeopleTables(query: QueryRunner): Promise<void> {
  await query.query('DROP TABLE erased_people, affiliations, people, organisations');
}
