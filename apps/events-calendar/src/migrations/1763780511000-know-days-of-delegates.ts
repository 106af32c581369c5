import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowDaysOfDelegates1763780511000 implements MigrationInterface {
  name = 'KnowDaysOfDelegates1763780511000';

  async up(query: QueryRunner): Promise<void> {
    // Of those known already it is not known: they count as there on all days, as before.
    await query.query(`ALTER TABLE conference_delegates ADD days date[] NOT NULL DEFAULT '{}'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE conference_delegates DROP days');
  }
}
