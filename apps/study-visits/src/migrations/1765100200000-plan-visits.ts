import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlanVisits1765100200000 implements MigrationInterface {
  name = 'PlanVisits1765100200000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE visit_sign_offs (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        kind text NOT NULL,
        number integer NOT NULL,
        signed_at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        role text NOT NULL,
        content jsonb NOT NULL,
        CONSTRAINT visit_sign_offs_pkey PRIMARY KEY (id)
      )`);
    // What was signed last is looked for by visit and kind; no two have one number.
    await query.query(
      'CREATE UNIQUE INDEX visit_sign_offs_number_key ON visit_sign_offs (visit_id, kind, number)',
    );
    await query.query(`
      CREATE TABLE visit_risks (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        hazard text NOT NULL,
        at_risk text NOT NULL,
        likelihood integer NOT NULL,
        severity integer NOT NULL,
        measures text NOT NULL,
        responsible text NOT NULL,
        review_on date,
        version integer NOT NULL,
        CONSTRAINT visit_risks_pkey PRIMARY KEY (id),
        CONSTRAINT visit_risks_levels_check CHECK (likelihood BETWEEN 1 AND 5 AND severity BETWEEN 1 AND 5)
      )`);
    // A visit's risks are read as a whole.
    await query.query('CREATE INDEX visit_risks_visit_idx ON visit_risks (visit_id)');
    await query.query(`
      CREATE TABLE package_travel_considerations (
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        answers jsonb NOT NULL,
        reasons text NOT NULL,
        protection text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT package_travel_considerations_pkey PRIMARY KEY (visit_id)
      )`);
    await query.query(`
      CREATE TABLE visit_budget_lines (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        category text NOT NULL,
        description text NOT NULL,
        planned_pence integer,
        actual_pence integer,
        funded_pence integer NOT NULL,
        funded_by text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT visit_budget_lines_pkey PRIMARY KEY (id),
        CONSTRAINT visit_budget_lines_pence_check
          CHECK (planned_pence >= 0 AND actual_pence >= 0 AND funded_pence >= 0)
      )`);
    // A visit's budget is read as a whole.
    await query.query('CREATE INDEX visit_budget_lines_visit_idx ON visit_budget_lines (visit_id)');
    await query.query(`
      CREATE TABLE visit_documents (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        name text NOT NULL,
        note text NOT NULL,
        audience text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        content bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT visit_documents_pkey PRIMARY KEY (id)
      )`);
    // A visit's documents are listed together.
    await query.query('CREATE INDEX visit_documents_visit_idx ON visit_documents (visit_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DROP TABLE visit_documents, visit_budget_lines, package_travel_considerations, visit_risks, visit_sign_offs',
    );
  }
}
