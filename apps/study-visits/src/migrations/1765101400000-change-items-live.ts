import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff change of an itinerary while the party is on its way. */
export class ChangeItemsLive1765101400000 implements MigrationInterface {
  name = 'ChangeItemsLive1765101400000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE live_changes (
        visit_id uuid NOT NULL CONSTRAINT live_changes_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        number integer NOT NULL,
        item_id uuid NOT NULL,
        way text NOT NULL,
        why text NOT NULL,
        before jsonb NOT NULL,
        item_version integer NOT NULL,
        CONSTRAINT live_changes_pkey PRIMARY KEY (visit_id, number)
      )`);
    // The latest change of one item, which alone can be taken back.
    await query.query('CREATE INDEX live_changes_item_idx ON live_changes (item_id, number)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE live_changes');
  }
}
