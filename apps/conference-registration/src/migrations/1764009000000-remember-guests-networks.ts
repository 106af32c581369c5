import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberGuestsNetworks1764009000000 implements MigrationInterface {
  name = 'RememberGuestsNetworks1764009000000';

  async up(query: QueryRunner): Promise<void> {
    // Too coarse to find anybody by ("192.0.2.x"): so that nobody has us write to any number of strangers.
    await query.query('ALTER TABLE guests ADD COLUMN network text');
    await query.query('CREATE INDEX guests_network_idx ON guests (network, asked_at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX guests_network_idx');
    await query.query('ALTER TABLE guests DROP COLUMN network');
  }
}
