import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HandOutSheets1765101300000 implements MigrationInterface {
  name = 'HandOutSheets1765101300000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE sheets (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        host_id uuid REFERENCES hosts (id) ON DELETE CASCADE,
        interpreter_id uuid REFERENCES interpreters (id) ON DELETE CASCADE,
        notes text NOT NULL DEFAULT '',
        shows_needs boolean NOT NULL,
        version integer NOT NULL,
        CONSTRAINT sheets_pkey PRIMARY KEY (id),
        CONSTRAINT sheets_subject_check CHECK ((host_id IS NULL) <> (interpreter_id IS NULL))
      )`);
    // A host and an interpreter have one sheet for each visit, which is looked for by both.
    await query.query('CREATE UNIQUE INDEX sheets_host_key ON sheets (host_id, visit_id)');
    await query.query('CREATE UNIQUE INDEX sheets_interpreter_key ON sheets (interpreter_id, visit_id)');
    // All sheets of a visit are listed together.
    await query.query('CREATE INDEX sheets_visit_idx ON sheets (visit_id)');
    await query.query(`
      CREATE TABLE sheet_links (
        id uuid NOT NULL,
        sheet_id uuid NOT NULL REFERENCES sheets (id) ON DELETE CASCADE,
        secret_hash bytea NOT NULL,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        sent_at timestamptz,
        sent_to text,
        sent_number integer,
        opened_at timestamptz,
        opened_number integer,
        CONSTRAINT sheet_links_pkey PRIMARY KEY (id),
        CONSTRAINT sheet_links_opened_check CHECK ((opened_at IS NULL) = (opened_number IS NULL)),
        CONSTRAINT sheet_links_sent_check CHECK ((sent_at IS NULL) = (sent_number IS NULL))
      )`);
    // A link is looked up by what is kept of its secret; of each sheet, one leads there at a time.
    await query.query('CREATE UNIQUE INDEX sheet_links_secret_key ON sheet_links (secret_hash)');
    await query.query(
      'CREATE UNIQUE INDEX sheet_links_sheet_key ON sheet_links (sheet_id) WHERE ended_at IS NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE sheet_links, sheets');
  }
}
