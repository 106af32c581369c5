import type { QueryRunner } from 'typeorm';

/** Makes the table of who travels with study visits in a migration of an app that keeps it. */
export async function createKnownTravels(query: QueryRunner): Promise<void> {
  await query.query(`
    CREATE TABLE known_travels (
      id uuid NOT NULL,
      person_id text,
      visit_id uuid NOT NULL,
      visit_title text NOT NULL,
      first_day date NOT NULL,
      last_day date NOT NULL,
      zone text NOT NULL,
      version integer NOT NULL,
      CONSTRAINT known_travels_pkey PRIMARY KEY (id)
    )`);
  // What somebody is to be at, and all that is theirs where they are merged or erased.
  await query.query(
    'CREATE INDEX known_travels_person_idx ON known_travels (person_id) WHERE person_id IS NOT NULL',
  );
}

/** Undoes {@link createKnownTravels}. */
export async function dropKnownTravels(query: QueryRunner): Promise<void> {
  await query.query('DROP TABLE known_travels');
}
