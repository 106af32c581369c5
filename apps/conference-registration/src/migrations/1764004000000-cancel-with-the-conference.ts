import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancelWithTheConference1764004000000 implements MigrationInterface {
  name = 'CancelWithTheConference1764004000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE conference_cancellations (
        conference_id uuid NOT NULL REFERENCES conferences (id) ON DELETE CASCADE,
        asked_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT conference_cancellations_pkey PRIMARY KEY (conference_id)
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE conference_cancellations');
  }
}
