import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnowCalendarsEvent1764008000000 implements MigrationInterface {
  name = 'KnowCalendarsEvent1764008000000';

  async up(query: QueryRunner): Promise<void> {
    // Where the calendar had an event of the conference before, invitations have to be to that one.
    await query.query('ALTER TABLE conferences ADD COLUMN calendar_uid text');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE conferences DROP COLUMN calendar_uid');
  }
}
