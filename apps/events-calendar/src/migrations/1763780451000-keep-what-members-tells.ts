import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhatMembersTells1763780451000 implements MigrationInterface {
  name = 'KeepWhatMembersTells1763780451000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE people (
        id text NOT NULL,
        roles text[] NOT NULL,
        email_hash bytea,
        merged_into text,
        version integer NOT NULL,
        CONSTRAINT people_pkey PRIMARY KEY (id)
      )`);
    // Whoever was merged into somebody moves along when that record is merged in its turn.
    await query.query(
      'CREATE INDEX people_merged_into_idx ON people (merged_into) WHERE merged_into IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE affiliations (
        person_id text NOT NULL,
        organisation_id text NOT NULL,
        CONSTRAINT affiliations_pkey PRIMARY KEY (person_id, organisation_id),
        CONSTRAINT affiliations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
      )`);
    await query.query(`
      CREATE TABLE seats (
        person_id text NOT NULL,
        number integer NOT NULL,
        board text NOT NULL,
        board_name text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT seats_pkey PRIMARY KEY (person_id, number),
        CONSTRAINT seats_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
      )`);
    await query.query(`
      CREATE TABLE organisations (
        id text NOT NULL,
        name text NOT NULL,
        category text NOT NULL,
        status text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT organisations_pkey PRIMARY KEY (id)
      )`);
    await query.query(`
      CREATE TABLE erased_people (
        id text NOT NULL,
        erased_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT erased_people_pkey PRIMARY KEY (id)
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE erased_people, organisations, seats, affiliations, people');
  }
}
