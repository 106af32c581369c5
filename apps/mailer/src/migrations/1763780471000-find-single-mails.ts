import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindSingleMails1763780471000 implements MigrationInterface {
  name = 'FindSingleMails1763780471000';

  async up(query: QueryRunner): Promise<void> {
    // They go before those of mailings, of which there may be thousands.
    await query.query('CREATE INDEX mails_single_idx ON mails (next_attempt_at) WHERE mailing_id IS NULL');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX mails_single_idx');
  }
}
