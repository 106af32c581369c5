import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowVisits1765100700000 implements MigrationInterface {
  name = 'ShowVisits1765100700000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE visit_travellers (
        traveller_id uuid NOT NULL,
        visit_id uuid NOT NULL,
        person_id text,
        facts jsonb,
        version integer NOT NULL,
        CONSTRAINT visit_travellers_pkey PRIMARY KEY (traveller_id)
      )`);
    // Each fetch of a personal feed asks with which visits its owner travels.
    await query.query(
      'CREATE INDEX visit_travellers_person_id_idx ON visit_travellers (person_id) WHERE person_id IS NOT NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE visit_travellers');
    await query.query(`DELETE FROM shown_things WHERE source = 'visit'`);
  }
}
