import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RememberGuestsTurns1764003100000 implements MigrationInterface {
  name = 'RememberGuestsTurns1764003100000';

  async up(query: QueryRunner): Promise<void> {
    // A guest's link may also lead into the waiting list; pressed again, it leads to the same place in the line.
    await query.query(
      'ALTER TABLE guests ADD COLUMN waiting_entry_id uuid REFERENCES waiting_entries (id) ON DELETE SET NULL',
    );
    // How often somebody asked lately; requests that are old are deleted by their time.
    await query.query('CREATE INDEX guests_asked_idx ON guests (asked_at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX guests_asked_idx');
    await query.query('ALTER TABLE guests DROP COLUMN waiting_entry_id');
  }
}
