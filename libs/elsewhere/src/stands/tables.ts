import type { QueryRunner } from 'typeorm';

/** Makes the table of shifts on the network's stands in a migration of an app that keeps who has them. */
export async function createStandShifts(query: QueryRunner): Promise<void> {
  await query.query(`
    CREATE TABLE stand_shifts (
      id uuid NOT NULL,
      person_id text,
      exhibition_id uuid NOT NULL,
      exhibition_title text NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      zone text NOT NULL,
      walking_minutes integer NOT NULL,
      version integer NOT NULL,
      CONSTRAINT stand_shifts_pkey PRIMARY KEY (id)
    )`);
  // Those of the people of a page, and all that is somebody's where they are merged or erased.
  await query.query(
    'CREATE INDEX stand_shifts_person_idx ON stand_shifts (person_id) WHERE person_id IS NOT NULL',
  );
}

/** Undoes {@link createStandShifts}. */
export async function dropStandShifts(query: QueryRunner): Promise<void> {
  await query.query('DROP TABLE stand_shifts');
}
