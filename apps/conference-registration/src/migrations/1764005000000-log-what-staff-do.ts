import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LogWhatStaffDo1764005000000 implements MigrationInterface {
  name = 'LogWhatStaffDo1764005000000';

  async up(query: QueryRunner): Promise<void> {
    // What changes nothing that a conference offers, and so makes no new version of it.
    await query.query(`
      CREATE TABLE conference_log (
        id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        act text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        person_id text,
        person_name text NOT NULL,
        actor_id text,
        actor_name text,
        CONSTRAINT conference_log_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX conference_log_conference_idx ON conference_log (conference_id, at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE conference_log');
  }
}
