import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateErasures1763780460000 implements MigrationInterface {
  name = 'CreateErasures1763780460000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE erasures (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        receipt_hash text NOT NULL,
        asked_at timestamptz NOT NULL,
        by_themselves boolean NOT NULL,
        reason text NOT NULL,
        CONSTRAINT erasures_pkey PRIMARY KEY (id),
        CONSTRAINT erasures_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id)
      )`);
    // Nobody is erased twice; also found from the person's page.
    await query.query('CREATE UNIQUE INDEX erasures_person_id_key ON erasures (person_id)');
    // The receipt's address leads to it.
    await query.query('CREATE UNIQUE INDEX erasures_receipt_hash_key ON erasures (receipt_hash)');
    await query.query(`
      CREATE TABLE erasure_parts (
        erasure_id uuid NOT NULL,
        app text NOT NULL,
        done_at timestamptz,
        did text,
        CONSTRAINT erasure_parts_pkey PRIMARY KEY (erasure_id, app),
        CONSTRAINT erasure_parts_erasure_id_fkey FOREIGN KEY (erasure_id) REFERENCES erasures (id) ON DELETE CASCADE
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE erasure_parts, erasures');
  }
}
