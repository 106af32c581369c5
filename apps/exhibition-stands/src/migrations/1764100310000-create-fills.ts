import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFills1764100310000 implements MigrationInterface {
  name = 'CreateFills1764100310000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE fills (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        status text NOT NULL,
        asked_by text,
        asked_at timestamptz NOT NULL,
        seconds integer NOT NULL,
        problem jsonb,
        progress jsonb,
        result jsonb,
        error text,
        attempts integer NOT NULL,
        seen_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT fills_pkey PRIMARY KEY (id)
      )`);
    // Two fills of one draft at once would write over each other.
    await query.query(
      'CREATE UNIQUE INDEX fills_open_key ON fills (exhibition_id) WHERE finished_at IS NULL',
    );
    // The board shows the last one.
    await query.query('CREATE INDEX fills_exhibition_idx ON fills (exhibition_id, asked_at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE fills');
  }
}
