import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sensitive details of applicants and travellers, sealed; who looked at them; what was erased. */
export class SealSensitiveDetails1765100500000 implements MigrationInterface {
  name = 'SealSensitiveDetails1765100500000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE sensitive_details (
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        field text NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        key_id text NOT NULL,
        sealed bytea NOT NULL,
        consent_at timestamptz,
        erase_after date,
        changed_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT sensitive_details_pkey PRIMARY KEY (subject_kind, subject_id, field),
        CONSTRAINT sensitive_details_kind_check CHECK (subject_kind IN ('application', 'traveller'))
      )`);
    // What is held of a visit is counted and erased together.
    await query.query('CREATE INDEX sensitive_details_visit_idx ON sensitive_details (visit_id)');
    await query.query(`
      CREATE TABLE sensitive_looks (
        id uuid NOT NULL CONSTRAINT sensitive_looks_pkey PRIMARY KEY,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        fields text[] NOT NULL,
        person_id text,
        person_name text NOT NULL,
        why text NOT NULL,
        at timestamptz NOT NULL
      )`);
    // Read a page at a time, the newest first.
    await query.query('CREATE INDEX sensitive_looks_visit_idx ON sensitive_looks (visit_id, id)');
    // Forgotten by their age.
    await query.query('CREATE INDEX sensitive_looks_at_idx ON sensitive_looks (at)');
    await query.query(`
      CREATE TABLE sensitive_erasures (
        id uuid NOT NULL CONSTRAINT sensitive_erasures_pkey PRIMARY KEY,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        people integer NOT NULL,
        erased jsonb NOT NULL
      )`);
    // Shown with their visit.
    await query.query('CREATE INDEX sensitive_erasures_visit_idx ON sensitive_erasures (visit_id, id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE sensitive_erasures, sensitive_looks, sensitive_details');
  }
}
