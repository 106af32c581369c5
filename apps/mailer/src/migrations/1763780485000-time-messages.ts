import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addMessageTimes, dropMessageTimes } from '#messaging';

export class TimeMessages1763780485000 implements MigrationInterface {
  name = 'TimeMessages1763780485000';

  async up(query: QueryRunner): Promise<void> {
    await addMessageTimes(query);
    // A request's whole way through the services ends with the mails that came of it.
    await query.query('CREATE INDEX mails_correlation_id_idx ON mails (correlation_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX mails_correlation_id_idx');
    await dropMessageTimes(query);
  }
}
