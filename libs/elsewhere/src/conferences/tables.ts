import type { QueryRunner } from 'typeorm';

/** Makes the tables of the network's own conferences in a migration of an app that keeps who takes part in them. */
export async function createKnownConferences(query: QueryRunner): Promise<void> {
  await query.query(`
    CREATE TABLE known_conferences (
      id uuid NOT NULL,
      facts jsonb NOT NULL,
      version integer NOT NULL,
      CONSTRAINT known_conferences_pkey PRIMARY KEY (id)
    )`);
  // No foreign key: messages about delegates and about their conference come in any order.
  await query.query(`
    CREATE TABLE known_delegates (
      id uuid NOT NULL,
      conference_id uuid NOT NULL,
      person_id text,
      days date[] NOT NULL DEFAULT '{}',
      version integer NOT NULL,
      CONSTRAINT known_delegates_pkey PRIMARY KEY (id)
    )`);
  // What somebody is to be at, and all that is theirs where they are merged or erased.
  await query.query(
    'CREATE INDEX known_delegates_person_idx ON known_delegates (person_id) WHERE person_id IS NOT NULL',
  );
}

/** Undoes {@link createKnownConferences}. */
export async function dropKnownConferences(query: QueryRunner): Promise<void> {
  await query.query('DROP TABLE known_delegates');
  await query.query('DROP TABLE known_conferences');
}
