import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createScheduleTables, dropScheduleTables } from '#messaging';

export class CreateScheduleRuns1763780486000 implements MigrationInterface {
  name = 'CreateScheduleRuns1763780486000';

  async up(query: QueryRunner): Promise<void> {
    await createScheduleTables(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropScheduleTables(query);
  }
}
