import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everybody’s papers of a visit, made into files in the background. */
export class MakePapers1765101102000 implements MigrationInterface {
  name = 'MakePapers1765101102000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE paper_makings (
        id uuid NOT NULL CONSTRAINT paper_makings_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT paper_makings_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        asked_by text,
        asked_at timestamptz NOT NULL,
        status text NOT NULL,
        total integer NOT NULL,
        done integer NOT NULL,
        attempts integer NOT NULL,
        seen_at timestamptz,
        finished_at timestamptz,
        error text,
        CONSTRAINT paper_makings_finished_check
          CHECK ((status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
      )`);
    // One at a time for each visit: pressing twice begins no second.
    await query.query(
      'CREATE UNIQUE INDEX paper_makings_open_key ON paper_makings (visit_id) WHERE finished_at IS NULL',
    );
    // The last one of a visit.
    await query.query('CREATE INDEX paper_makings_visit_idx ON paper_makings (visit_id, asked_at)');
    await query.query(`
      CREATE TABLE paper_files (
        making_id uuid NOT NULL CONSTRAINT paper_files_making_id_fkey REFERENCES paper_makings (id) ON DELETE CASCADE,
        position integer NOT NULL,
        traveller_id uuid NOT NULL,
        name text NOT NULL,
        size integer NOT NULL,
        crc bigint NOT NULL,
        deflated bytea NOT NULL,
        CONSTRAINT paper_files_pkey PRIMARY KEY (making_id, position)
      )`);
    // PDFs are compressed already when they come here; to try it again only takes time.
    await query.query('ALTER TABLE paper_files ALTER COLUMN deflated SET STORAGE EXTERNAL');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE paper_files, paper_makings');
  }
}
