import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addMessageTimes,
  createMessageTables,
  createScheduleTables,
  dropMessageTables,
  dropMessageTimes,
  dropScheduleTables,
} from '#messaging';

export class CreateMessageTables1763781000000 implements MigrationInterface {
  name = 'CreateMessageTables1763781000000';

  async up(query: QueryRunner): Promise<void> {
    await createMessageTables(query);
    await addMessageTimes(query);
    await createScheduleTables(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropScheduleTables(query);
    await dropMessageTimes(query);
    await dropMessageTables(query);
  }
}
