import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SayWhoActedForWhom1763780453000 implements MigrationInterface {
  name = 'SayWhoActedForWhom1763780453000';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE event_revisions ADD COLUMN actor_id text, ADD COLUMN actor_name text');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE event_revisions DROP COLUMN actor_id, DROP COLUMN actor_name');
  }
}
