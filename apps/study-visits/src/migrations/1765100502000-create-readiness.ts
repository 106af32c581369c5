import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How ready travellers are: what is asked, how what they told was judged, when they were written to, what they agreed to. */
export class CreateReadiness1765100502000 implements MigrationInterface {
  name = 'CreateReadiness1765100502000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE readiness_settings (
        visit_id uuid NOT NULL CONSTRAINT readiness_settings_pkey PRIMARY KEY REFERENCES visits (id) ON DELETE CASCADE,
        not_needed text[] NOT NULL,
        chase_days integer[] NOT NULL,
        is_chasing boolean NOT NULL,
        version integer NOT NULL
      )`);
    await query.query(`
      CREATE TABLE readiness_marks (
        traveller_id uuid NOT NULL,
        item text NOT NULL,
        subject_kind text NOT NULL DEFAULT 'traveller',
        status text NOT NULL,
        judgement jsonb NOT NULL,
        judged_at timestamptz NOT NULL,
        CONSTRAINT readiness_marks_pkey PRIMARY KEY (traveller_id, item),
        CONSTRAINT readiness_marks_kind_check CHECK (subject_kind = 'traveller'),
        CONSTRAINT readiness_marks_detail_fkey FOREIGN KEY (subject_kind, traveller_id, item)
          REFERENCES sensitive_details (subject_kind, subject_id, field) ON DELETE CASCADE
      )`);
    await query.query(`
      CREATE TABLE readiness_mark_changes (
        id uuid NOT NULL CONSTRAINT readiness_mark_changes_pkey PRIMARY KEY,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        traveller_id uuid NOT NULL REFERENCES travellers (id) ON DELETE CASCADE,
        item text NOT NULL,
        before text NOT NULL,
        after text NOT NULL,
        rule_change_id uuid,
        is_told boolean NOT NULL,
        at timestamptz NOT NULL
      )`);
    // Whose mark changed with a rule.
    await query.query(
      'CREATE INDEX readiness_mark_changes_cause_idx ON readiness_mark_changes (rule_change_id)',
    );
    // What changed of a visit, the newest first.
    await query.query(
      'CREATE INDEX readiness_mark_changes_visit_idx ON readiness_mark_changes (visit_id, id)',
    );
    await query.query(`
      CREATE TABLE readiness_chases (
        traveller_id uuid NOT NULL REFERENCES travellers (id) ON DELETE CASCADE,
        step integer NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        items text[] NOT NULL,
        sent_on date NOT NULL,
        CONSTRAINT readiness_chases_pkey PRIMARY KEY (traveller_id, step)
      )`);
    // What was sent of a visit is read together, each day.
    await query.query('CREATE INDEX readiness_chases_visit_idx ON readiness_chases (visit_id)');
    await query.query(`
      CREATE TABLE traveller_consents (
        traveller_id uuid NOT NULL CONSTRAINT traveller_consents_pkey PRIMARY KEY
          REFERENCES travellers (id) ON DELETE CASCADE,
        hosts boolean NOT NULL,
        party boolean NOT NULL,
        photos boolean NOT NULL,
        words text NOT NULL,
        said_at timestamptz NOT NULL,
        version integer NOT NULL
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DROP TABLE traveller_consents, readiness_chases, readiness_mark_changes, readiness_marks, readiness_settings',
    );
  }
}
