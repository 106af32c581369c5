import type { MigrationInterface, QueryRunner } from 'typeorm';
import { idempotencyTable } from '#platform';

export class CreateIdempotencyKeys1763781001000 implements MigrationInterface {
  name = 'CreateIdempotencyKeys1763781001000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(idempotencyTable);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE idempotency_keys');
  }
}
