import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createKnownTravels, dropKnownTravels } from '#elsewhere';

export class KnowTravels1765100710000 implements MigrationInterface {
  name = 'KnowTravels1765100710000';

  async up(query: QueryRunner): Promise<void> {
    await createKnownTravels(query);
  }

  async down(query: QueryRunner): Promise<void> {
    await dropKnownTravels(query);
  }
}
