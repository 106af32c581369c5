import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addMessageTimes, dropMessageTimes } from '#messaging';

export class TimeMessages1763780485000 implements MigrationInterface {
  name = 'TimeMessages1763780485000';

  async up(query: QueryRunner): Promise<void> {
    await addMessageTimes(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropMessageTimes(query);
  }
}
