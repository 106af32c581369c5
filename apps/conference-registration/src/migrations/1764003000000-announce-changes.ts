import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnnounceChanges1764003000000 implements MigrationInterface {
  name = 'AnnounceChanges1764003000000';

  async up(query: QueryRunner): Promise<void> {
    // Whatever changes a conference (every change of its set-up changes its own row), the public pages are made anew in every
    // replica. How many places are taken is not announced: transactions that notify commit one after the other, bookings of
    // all conferences among them; pages say how many are left to the minute, and the replica that books at once.
    await query.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('conference_registration_changed', '');
        RETURN NULL;
      END $$`);
    await query.query(`
      CREATE TRIGGER conferences_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON conferences
      FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TRIGGER conferences_changed ON conferences');
    await query.query('DROP FUNCTION announce_change()');
  }
}
