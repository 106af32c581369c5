import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountSearchesOfPrograms1764105000000 implements MigrationInterface {
  name = 'CountSearchesOfPrograms1764105000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE program_searches (
        id uuid NOT NULL,
        person_id text NOT NULL,
        began_at timestamptz NOT NULL,
        most_seconds integer NOT NULL,
        ended_at timestamptz,
        CONSTRAINT program_searches_pkey PRIMARY KEY (id)
      )`);
    // What somebody had lately is looked at before they have more.
    await query.query('CREATE INDEX program_searches_person_idx ON program_searches (person_id, began_at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE program_searches');
  }
}
