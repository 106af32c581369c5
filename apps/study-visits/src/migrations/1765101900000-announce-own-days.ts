import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that travellers’ own calendars are made from, besides visits. */
const announced = ['travellers', 'own_items', 'legs', 'leg_travellers', 'itinerary_feeds'];

/** So that a calendar that asks every hour is made again only after something has changed. */
export class AnnounceOwnDays1765101900000 implements MigrationInterface {
  name = 'AnnounceOwnDays1765101900000';

  async up(query: QueryRunner): Promise<void> {
    for (const table of announced) {
      await query.query(`
        CREATE TRIGGER ${table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of announced) await query.query(`DROP TRIGGER ${table}_changed ON ${table}`);
  }
}
