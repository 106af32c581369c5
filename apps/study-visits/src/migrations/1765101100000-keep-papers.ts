import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What travellers, hosts and interpreters are given in writing, version by version. */
export class KeepPapers1765101100000 implements MigrationInterface {
  name = 'KeepPapers1765101100000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE papers (
        visit_id uuid NOT NULL CONSTRAINT papers_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        kind text NOT NULL,
        subject text NOT NULL,
        number integer NOT NULL,
        made_at timestamptz NOT NULL,
        content jsonb,
        names uuid[] NOT NULL,
        CONSTRAINT papers_pkey PRIMARY KEY (visit_id, kind, subject, number),
        CONSTRAINT papers_number_check CHECK (number >= 1)
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE papers');
  }
}
