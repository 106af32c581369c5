import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepWhatPeopleWereTold1764100800000 implements MigrationInterface {
  name = 'KeepWhatPeopleWereTold1764100800000';

  async up(query: QueryRunner): Promise<void> {
    // A shift that is changed or deleted after publishing is, for whoever has it, what they were told, until they are told anew.
    await query.query(`
      ALTER TABLE current_assignments
        ADD starts_at timestamptz,
        ADD ends_at timestamptz,
        ADD label text NOT NULL DEFAULT '',
        ADD place jsonb,
        ADD stand text,
        ADD told_at timestamptz`);
    await query.query(`
      UPDATE current_assignments c SET starts_at = s.starts_at, ends_at = s.ends_at, label = s.label, told_at = c.status_at
      FROM shifts s WHERE s.id = c.shift_id`);
    await query.query(`
      ALTER TABLE current_assignments
        ALTER starts_at SET NOT NULL,
        ALTER ends_at SET NOT NULL,
        ALTER told_at SET NOT NULL,
        ALTER label DROP DEFAULT,
        ADD CONSTRAINT current_assignments_span_check CHECK (ends_at > starts_at),
        DROP CONSTRAINT current_assignments_shift_id_fkey`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(`
      DELETE FROM current_assignments c WHERE NOT EXISTS (SELECT FROM shifts s WHERE s.id = c.shift_id)`);
    await query.query(`
      ALTER TABLE current_assignments
        DROP starts_at, DROP ends_at, DROP label, DROP place, DROP stand, DROP told_at,
        ADD CONSTRAINT current_assignments_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES shifts (id) ON DELETE CASCADE`);
  }
}
