import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKnownConferences, dropKnownConferences } from '#elsewhere';

export class KnowCommitments1764100200000 implements MigrationInterface {
  name = 'KnowCommitments1764100200000';

  async up(query: QueryRunner): Promise<void> {
    await createKnownConferences(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropKnownConferences(query);
  }
}
