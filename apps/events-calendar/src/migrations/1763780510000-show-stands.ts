import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowStands1763780510000 implements MigrationInterface {
  name = 'ShowStands1763780510000';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE conferences RENAME TO shown_things');
    await query.query('ALTER TABLE shown_things RENAME CONSTRAINT conferences_pkey TO shown_things_pkey');
    await query.query(
      'ALTER TABLE shown_things RENAME CONSTRAINT conferences_event_id_fkey TO shown_things_event_id_fkey',
    );
    await query.query('ALTER INDEX conferences_event_id_key RENAME TO shown_things_event_id_key');
    await query.query(`ALTER TABLE shown_things ADD source text NOT NULL DEFAULT 'conference'`);
    await query.query('ALTER TABLE shown_things ALTER source DROP DEFAULT');
    await query.query(`
      CREATE TABLE stand_shifts (
        id uuid NOT NULL,
        person_id text,
        facts jsonb,
        told_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT stand_shifts_pkey PRIMARY KEY (id)
      )`);
    // Each fetch of a personal feed asks for its owner's shifts.
    await query.query(
      'CREATE INDEX stand_shifts_person_id_idx ON stand_shifts (person_id) WHERE person_id IS NOT NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE stand_shifts');
    await query.query(`DELETE FROM shown_things WHERE source <> 'conference'`);
    await query.query('ALTER TABLE shown_things DROP source');
    await query.query('ALTER INDEX shown_things_event_id_key RENAME TO conferences_event_id_key');
    await query.query(
      'ALTER TABLE shown_things RENAME CONSTRAINT shown_things_event_id_fkey TO conferences_event_id_fkey',
    );
    await query.query('ALTER TABLE shown_things RENAME CONSTRAINT shown_things_pkey TO conferences_pkey');
    await query.query('ALTER TABLE shown_things RENAME TO conferences');
  }
}
