import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addMessageTimes,
  createMessageTables,
  createScheduleTables,
  dropMessageTables,
  dropMessageTimes,
  dropScheduleTables,
} from '#messaging';
import { createPeopleTables, dropPeopleTables } from '#people';
import { idempotencyTable } from '#platform';

export class CreateMessageTables1765100000000 implements MigrationInterface {
  name = 'CreateMessageTables1765100000000';

  async up(query: QueryRunner): Promise<void> {
    await createMessageTables(query);
    await addMessageTimes(query);
    await createScheduleTables(query);
    await query.query(idempotencyTable);
    await createPeopleTables(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropPeopleTables(query);
    await query.query('DROP TABLE idempotency_keys');
    await dropScheduleTables(query);
    await dropMessageTimes(query);
    await dropMessageTables(query);
  }
}
