import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowDaysOfDelegates1764100201000 implements MigrationInterface {
  name = 'KnowDaysOfDelegates1764100201000';

  async up(query: QueryRunner): Promise<void> {
    // Of those known already it is not known: they count as there on all days, as before.
    await query.query(`ALTER TABLE known_delegates ADD days date[] NOT NULL DEFAULT '{}'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE known_delegates DROP days');
  }
}
