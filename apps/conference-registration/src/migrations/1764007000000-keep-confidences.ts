import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepConfidences1764007000000 implements MigrationInterface {
  name = 'KeepConfidences1764007000000';

  async up(query: QueryRunner): Promise<void> {
    // What delegates said of their health by their own link is nothing for whoever booked for them.
    await query.query('ALTER TABLE answers ADD COLUMN by_delegate boolean NOT NULL DEFAULT false');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE answers DROP COLUMN by_delegate');
  }
}
