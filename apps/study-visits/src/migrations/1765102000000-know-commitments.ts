import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKnownConferences, createStandShifts, dropKnownConferences, dropStandShifts } from '#elsewhere';
import { createRetellingTable, dropRetellingTable } from '#messaging';

export class KnowCommitments1765102000000 implements MigrationInterface {
  name = 'KnowCommitments1765102000000';

  async up(query: QueryRunner): Promise<void> {
    await createKnownConferences(query);
    await createStandShifts(query);
    await createRetellingTable(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropRetellingTable(query);
    await dropStandShifts(query);
    await dropKnownConferences(query);
  }
}
