import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSelection1765100400000 implements MigrationInterface {
  name = 'CreateSelection1765100400000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE selection_criteria (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        position integer NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        weight integer NOT NULL,
        CONSTRAINT selection_criteria_pkey PRIMARY KEY (id),
        CONSTRAINT selection_criteria_weight_check CHECK (weight BETWEEN 1 AND 10)
      )`);
    // Those of a visit are read together, in their order.
    await query.query(
      'CREATE UNIQUE INDEX selection_criteria_position_key ON selection_criteria (visit_id, position)',
    );
    await query.query(`
      CREATE TABLE selection_assessors (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        person_id text,
        name text NOT NULL,
        CONSTRAINT selection_assessors_pkey PRIMARY KEY (id)
      )`);
    // Those of a visit; and what somebody is to score, on a page of their own.
    await query.query('CREATE INDEX selection_assessors_visit_idx ON selection_assessors (visit_id)');
    await query.query('CREATE INDEX selection_assessors_person_idx ON selection_assessors (person_id)');
    await query.query(`
      CREATE TABLE selection_scores (
        assessor_id uuid NOT NULL REFERENCES selection_assessors (id) ON DELETE CASCADE,
        application_id uuid NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
        points jsonb NOT NULL,
        note text NOT NULL,
        saved_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT selection_scores_pkey PRIMARY KEY (assessor_id, application_id)
      )`);
    // All that assessors gave an application is added up.
    await query.query('CREATE INDEX selection_scores_application_idx ON selection_scores (application_id)');
    await query.query(`
      CREATE TABLE selections (
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        seed text,
        seed_published_at timestamptz,
        scoring_closed_at timestamptz,
        method text,
        rules jsonb,
        run_at timestamptz,
        told_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT selections_pkey PRIMARY KEY (visit_id),
        CONSTRAINT selections_seed_check CHECK ((seed IS NULL) = (seed_published_at IS NULL)),
        CONSTRAINT selections_run_check
          CHECK ((run_at IS NULL) = (method IS NULL) AND (run_at IS NULL) = (rules IS NULL)),
        CONSTRAINT selections_told_check CHECK (told_at IS NULL OR run_at IS NOT NULL)
      )`);
    await query.query(`
      CREATE TABLE selection_outcomes (
        visit_id uuid NOT NULL REFERENCES selections (visit_id) ON DELETE CASCADE,
        application_id uuid NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
        code text NOT NULL,
        rank integer NOT NULL,
        drawn integer NOT NULL,
        tied boolean NOT NULL,
        weighted integer,
        assessors integer,
        outcome text NOT NULL,
        counts_as text,
        position integer,
        reason jsonb NOT NULL,
        override_why text,
        lifts text[] NOT NULL DEFAULT '{}',
        CONSTRAINT selection_outcomes_pkey PRIMARY KEY (visit_id, application_id),
        CONSTRAINT selection_outcomes_place_check CHECK ((outcome = 'place') = (counts_as IS NOT NULL)),
        CONSTRAINT selection_outcomes_reserve_check CHECK ((outcome = 'reserve') = (position IS NOT NULL))
      )`);
    await query.query(`
      CREATE TABLE offers (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        application_id uuid NOT NULL REFERENCES applications (id) ON DELETE CASCADE,
        counts_as text NOT NULL,
        lifts text[] NOT NULL DEFAULT '{}',
        funded boolean NOT NULL,
        status text NOT NULL,
        deadline timestamptz NOT NULL,
        offered_at timestamptz NOT NULL,
        answered_at timestamptz,
        traveller_id uuid REFERENCES travellers (id) ON DELETE CASCADE,
        version integer NOT NULL,
        CONSTRAINT offers_pkey PRIMARY KEY (id),
        CONSTRAINT offers_traveller_check CHECK ((status = 'accepted') = (traveller_id IS NOT NULL))
      )`);
    // One for each application; those of a visit are counted together; the next to lapse are looked for every minute.
    await query.query('CREATE UNIQUE INDEX offers_application_key ON offers (application_id)');
    await query.query('CREATE INDEX offers_visit_idx ON offers (visit_id)');
    await query.query(`CREATE INDEX offers_deadline_idx ON offers (deadline) WHERE status = 'offered'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DROP TABLE offers, selection_outcomes, selections, selection_scores, selection_assessors, selection_criteria',
    );
  }
}
