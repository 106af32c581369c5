import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stopped by at stands, and lists of them that wait to be confirmed. */
export class CreateVisitors1764101001000 implements MigrationInterface {
  name = 'CreateVisitors1764101001000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE visitors (
        id uuid NOT NULL CONSTRAINT visitors_pkey PRIMARY KEY,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        name text,
        email text,
        organisation_name text,
        interests text,
        consent_at timestamptz,
        consent_words text,
        source text NOT NULL,
        CONSTRAINT visitors_consent_check CHECK (
          (consent_at IS NOT NULL AND consent_words IS NOT NULL AND email IS NOT NULL)
          OR (consent_at IS NULL AND consent_words IS NULL AND name IS NULL AND email IS NULL
            AND organisation_name IS NULL AND interests IS NULL))
      )`);
    await query.query('CREATE INDEX visitors_exhibition_idx ON visitors (exhibition_id, at)');
    // Of those without an address there may be any number.
    await query.query('CREATE UNIQUE INDEX visitors_email_idx ON visitors (exhibition_id, lower(email))');
    await query.query(`
      CREATE TABLE visitor_lists (
        id uuid NOT NULL CONSTRAINT visitor_lists_pkey PRIMARY KEY,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        file_name text NOT NULL,
        looked_at timestamptz NOT NULL,
        rows jsonb,
        summary jsonb NOT NULL,
        written_at timestamptz,
        written integer
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE visitor_lists, visitors');
  }
}
