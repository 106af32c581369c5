import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createMessageTables, dropMessageTables } from '#messaging';

export class CreateMessageTables1763780450000 implements MigrationInterface {
  name = 'CreateMessageTables1763780450000';

  async up(query: QueryRunner): Promise<void> {
    await createMessageTables(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropMessageTables(query);
  }
}
