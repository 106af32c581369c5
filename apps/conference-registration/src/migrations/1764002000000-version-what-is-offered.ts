import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = ['ticket_types', 'free_allocations', 'pools', 'codes', 'questions'];

export class VersionWhatIsOffered1764002000000 implements MigrationInterface {
  name = 'VersionWhatIsOffered1764002000000';

  async up(query: QueryRunner): Promise<void> {
    for (const table of tables) {
      await query.query(`ALTER TABLE ${table} ADD COLUMN version integer NOT NULL DEFAULT 1`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of tables) await query.query(`ALTER TABLE ${table} DROP COLUMN version`);
  }
}
