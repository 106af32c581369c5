import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that public pages are made from. */
const announced = ['visits', 'learning_notes'];

export class LookBackAtVisits1765101700000 implements MigrationInterface {
  name = 'LookBackAtVisits1765101700000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE visit_feedback (
        id uuid NOT NULL CONSTRAINT visit_feedback_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT visit_feedback_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        traveller_id uuid CONSTRAINT visit_feedback_traveller_id_fkey REFERENCES travellers (id) ON DELETE SET NULL,
        overall integer NOT NULL,
        programme integer,
        organisation integer,
        journey integer,
        recommend text NOT NULL,
        best text NOT NULL,
        to_change text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT visit_feedback_ratings_check CHECK (overall BETWEEN 1 AND 5 AND programme BETWEEN 1 AND 5
          AND organisation BETWEEN 1 AND 5 AND journey BETWEEN 1 AND 5)
      )`);
    // A visit's answers are read together.
    await query.query('CREATE INDEX visit_feedback_visit_idx ON visit_feedback (visit_id)');
    // Somebody's own answer, while it can be changed: one each.
    await query.query('CREATE UNIQUE INDEX visit_feedback_traveller_key ON visit_feedback (traveller_id)');
    await query.query(`
      CREATE TABLE feedback_mails (
        traveller_id uuid NOT NULL CONSTRAINT feedback_mails_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        step text NOT NULL,
        sent_on date NOT NULL,
        CONSTRAINT feedback_mails_pkey PRIMARY KEY (traveller_id, step),
        CONSTRAINT feedback_mails_step_check CHECK (step IN ('asked', 'reminded'))
      )`);
    await query.query(`
      CREATE TABLE learning_notes (
        traveller_id uuid NOT NULL CONSTRAINT learning_notes_pkey PRIMARY KEY
          CONSTRAINT learning_notes_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        visit_id uuid NOT NULL CONSTRAINT learning_notes_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        title text NOT NULL,
        text text NOT NULL,
        signed text NOT NULL,
        status text NOT NULL,
        consent_at timestamptz,
        published_at timestamptz,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT learning_notes_status_check CHECK (status IN ('draft', 'handed-in', 'published')),
        CONSTRAINT learning_notes_consent_check
          CHECK ((status = 'published') = (published_at IS NOT NULL) AND (status <> 'published' OR consent_at IS NOT NULL))
      )`);
    // A visit's notes are read together.
    await query.query('CREATE INDEX learning_notes_visit_idx ON learning_notes (visit_id)');
    await query.query(`
      CREATE TABLE visit_certificates (
        traveller_id uuid NOT NULL CONSTRAINT visit_certificates_pkey PRIMARY KEY
          CONSTRAINT visit_certificates_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        visit_id uuid NOT NULL CONSTRAINT visit_certificates_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        number text NOT NULL,
        days integer NOT NULL,
        minutes integer NOT NULL,
        issued_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        withdrawn_why text,
        version integer NOT NULL,
        CONSTRAINT visit_certificates_days_check CHECK (days > 0 AND minutes >= 0),
        CONSTRAINT visit_certificates_withdrawn_check CHECK ((withdrawn_at IS NULL) = (withdrawn_why IS NULL))
      )`);
    // Whoever is shown a certificate looks it up by its number; no two have the same.
    await query.query('CREATE UNIQUE INDEX visit_certificates_number_key ON visit_certificates (number)');
    // A visit's certificates are read together.
    await query.query('CREATE INDEX visit_certificates_visit_idx ON visit_certificates (visit_id)');
    await query.query(`
      CREATE TABLE board_reports (
        visit_id uuid NOT NULL CONSTRAINT board_reports_pkey PRIMARY KEY
          CONSTRAINT board_reports_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        purpose text NOT NULL,
        learned text NOT NULL,
        recommendations text NOT NULL,
        came_true jsonb NOT NULL,
        version integer NOT NULL
      )`);
    await query.query(`
      CREATE TABLE visit_erasures (
        visit_id uuid NOT NULL CONSTRAINT visit_erasures_pkey PRIMARY KEY
          CONSTRAINT visit_erasures_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        erased jsonb NOT NULL,
        kept jsonb NOT NULL
      )`);
    // What is kept ready of public pages is thrown away, in every process of the service: whoever takes back their consent is
    // not read any more from then on.
    await query.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('study_visits_changed', '');
        RETURN NULL;
      END $$`);
    for (const table of announced) {
      await query.query(`
        CREATE TRIGGER ${table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of announced) await query.query(`DROP TRIGGER ${table}_changed ON ${table}`);
    await query.query('DROP FUNCTION announce_change()');
    await query.query(
      'DROP TABLE visit_erasures, board_reports, visit_certificates, learning_notes, feedback_mails, visit_feedback',
    );
  }
}
