import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPeopleTables, dropPeopleTables } from '#people';

export class KeepWhatMembersTells1763781002000 implements MigrationInterface {
  name = 'KeepWhatMembersTells1763781002000';

  async up(query: QueryRunner): Promise<void> {
    await createPeopleTables(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropPeopleTables(query);
  }
}
