import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePersonalFeeds1763780452000 implements MigrationInterface {
  name = 'CreatePersonalFeeds1763780452000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE personal_feeds (
        secret_hash bytea NOT NULL,
        person_id text NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT personal_feeds_pkey PRIMARY KEY (secret_hash)
      )`);
    // Their page, merges and erasures look a person's feed up.
    await query.query('CREATE INDEX personal_feeds_person_id_idx ON personal_feeds (person_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE personal_feeds');
  }
}
