import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables that the public pages are made from; every change of a conference's set-up changes its own row as well. */
const tables = ['conferences', 'counts'] as const;

export class AnnounceChanges1764003000000 implements MigrationInterface {
  name = 'AnnounceChanges1764003000000';

  async up(query: QueryRunner): Promise<void> {
    // Whatever changes a conference or how many places are taken, what was made from it is made anew in every replica.
    await query.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('conference_registration_changed', '');
        RETURN NULL;
      END $$`);
    for (const table of tables) {
      await query.query(`
        CREATE TRIGGER ${table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of tables) await query.query(`DROP TRIGGER ${table}_changed ON ${table}`);
    await query.query('DROP FUNCTION announce_change()');
  }
}
