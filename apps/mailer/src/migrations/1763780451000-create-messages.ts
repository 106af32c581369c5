import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createMessageTables, dropMessageTables } from '#messaging';

export class CreateMessages1763780451000 implements MigrationInterface {
  name = 'CreateMessages1763780451000';

  async up(query: QueryRunner): Promise<void> {
    await createMessageTables(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropMessageTables(query);
  }
}
