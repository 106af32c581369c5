import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createStandShifts, dropStandShifts } from '#elsewhere';

export class KnowStandShifts1764100210000 implements MigrationInterface {
  name = 'KnowStandShifts1764100210000';

  async up(query: QueryRunner): Promise<void> {
    await createStandShifts(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropStandShifts(query);
  }
}
