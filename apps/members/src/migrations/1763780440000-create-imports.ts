import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports1763780440000 implements MigrationInterface {
  name = 'CreateImports1763780440000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE imports (
        id uuid NOT NULL,
        person_id text NOT NULL,
        person_name text NOT NULL,
        created_at timestamptz NOT NULL,
        file_name text NOT NULL,
        encoding text NOT NULL,
        notes jsonb NOT NULL,
        new_count integer NOT NULL,
        changed_count integer NOT NULL,
        unchanged_count integer NOT NULL,
        alike_count integer NOT NULL,
        problem_count integer NOT NULL,
        state text NOT NULL,
        confirmed_at timestamptz,
        progress integer NOT NULL,
        finished_at timestamptz,
        result jsonb,
        CONSTRAINT imports_pkey PRIMARY KEY (id),
        CONSTRAINT imports_state_check CHECK (state IN ('uploaded', 'confirmed', 'running', 'done', 'failed'))
      )`);
    // The newest are listed, the oldest deleted.
    await query.query('CREATE INDEX imports_created_at_idx ON imports (created_at)');
    await query.query(`
      CREATE TABLE import_rows (
        import_id uuid NOT NULL,
        number integer NOT NULL,
        line integer NOT NULL,
        title text NOT NULL,
        outcome text NOT NULL,
        problems jsonb NOT NULL,
        notes jsonb NOT NULL,
        changes jsonb NOT NULL,
        content jsonb,
        alike jsonb,
        decision text,
        organisation_id uuid,
        organisation_version integer,
        written text,
        CONSTRAINT import_rows_pkey PRIMARY KEY (import_id, number),
        CONSTRAINT import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE,
        CONSTRAINT import_rows_decision_check CHECK (decision IN ('same', 'renamed', 'other'))
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE import_rows, imports');
  }
}
