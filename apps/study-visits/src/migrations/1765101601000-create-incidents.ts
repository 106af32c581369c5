import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIncidents1765101601000 implements MigrationInterface {
  name = 'CreateIncidents1765101601000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE incident_settings (
        visit_id uuid NOT NULL,
        keep_years integer NOT NULL,
        CONSTRAINT incident_settings_pkey PRIMARY KEY (visit_id),
        CONSTRAINT incident_settings_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits (id) ON DELETE CASCADE,
        CONSTRAINT incident_settings_years_check CHECK (keep_years BETWEEN 1 AND 20)
      )`);
    await query.query(`
      CREATE TABLE incident_readers (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        person_id text NOT NULL,
        person_name text NOT NULL,
        named_at timestamptz NOT NULL,
        CONSTRAINT incident_readers_pkey PRIMARY KEY (id),
        CONSTRAINT incident_readers_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits (id) ON DELETE CASCADE
      )`);
    // Whoever opens an incident is looked for. Not unique, as two records of one person can become one.
    await query.query('CREATE INDEX incident_readers_visit_idx ON incident_readers (visit_id, person_id)');
    await query.query(`
      CREATE TABLE incidents (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        number integer NOT NULL,
        recorded_at timestamptz NOT NULL,
        closed_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT incidents_pkey PRIMARY KEY (id),
        CONSTRAINT incidents_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits (id) ON DELETE CASCADE
      )`);
    // A visit's incidents are listed by number; no two have one.
    await query.query('CREATE UNIQUE INDEX incidents_number_key ON incidents (visit_id, number)');
    await query.query(`
      CREATE TABLE incident_entries (
        id uuid NOT NULL,
        incident_id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        due_on date,
        done_at timestamptz,
        key_id text NOT NULL,
        sealed bytea NOT NULL,
        CONSTRAINT incident_entries_pkey PRIMARY KEY (id),
        CONSTRAINT incident_entries_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents (id)
          ON DELETE CASCADE,
        CONSTRAINT incident_entries_kind_check CHECK (kind IN ('account', 'note', 'action')),
        CONSTRAINT incident_entries_due_check CHECK ((kind = 'action') = (due_on IS NOT NULL))
      )`);
    // An incident is read with all its entries, in the order in which they were written.
    await query.query('CREATE INDEX incident_entries_incident_idx ON incident_entries (incident_id, id)');
    // Whatever an older key sealed is looked for each hour.
    await query.query('CREATE INDEX incident_entries_key_idx ON incident_entries (key_id)');
    await query.query(`
      CREATE TABLE incident_looks (
        id uuid NOT NULL,
        incident_id uuid NOT NULL,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        CONSTRAINT incident_looks_pkey PRIMARY KEY (id),
        CONSTRAINT incident_looks_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents (id)
          ON DELETE CASCADE
      )`);
    // Who looked at an incident stands below it.
    await query.query('CREATE INDEX incident_looks_incident_idx ON incident_looks (incident_id, id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE incident_looks');
    await query.query('DROP TABLE incident_entries');
    await query.query('DROP TABLE incidents');
    await query.query('DROP TABLE incident_readers');
    await query.query('DROP TABLE incident_settings');
  }
}
