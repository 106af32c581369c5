import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRetellingTable, dropRetellingTable } from '#messaging';

export class AskForWhatIsToCome1764109000000 implements MigrationInterface {
  name = 'AskForWhatIsToCome1764109000000';

  async up(query: QueryRunner): Promise<void> {
    await createRetellingTable(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropRetellingTable(query);
  }
}
