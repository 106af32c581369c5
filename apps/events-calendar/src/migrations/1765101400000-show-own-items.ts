import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowOwnItems1765101400000 implements MigrationInterface {
  name = 'ShowOwnItems1765101400000';

  async up(query: QueryRunner): Promise<void> {
    // The key is also the way to all that is planned for one traveller, which each fetch of a personal feed asks for.
    await query.query(`
      CREATE TABLE visit_items (
        traveller_id uuid NOT NULL,
        item_id uuid NOT NULL,
        facts jsonb NOT NULL,
        sequence integer NOT NULL,
        told_at timestamptz NOT NULL,
        CONSTRAINT visit_items_pkey PRIMARY KEY (traveller_id, item_id)
      )`);
    // What the visits published before this was kept is asked for at the next start.
    await query.query(`DELETE FROM retellings WHERE source = 'study-visits'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE visit_items');
  }
}
