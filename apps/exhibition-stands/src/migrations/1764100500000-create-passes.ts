import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePasses1764100500000 implements MigrationInterface {
  name = 'CreatePasses1764100500000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      ALTER TABLE team_members
        ADD COLUMN reminded_at timestamptz,
        ADD COLUMN link_number integer NOT NULL DEFAULT 0`);
    await query.query(`
      CREATE TABLE pass_limits (
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        day date NOT NULL,
        places integer NOT NULL,
        CONSTRAINT pass_limits_pkey PRIMARY KEY (exhibition_id, day),
        CONSTRAINT pass_limits_places_check CHECK (places >= 0)
      )`);
    await query.query(`
      CREATE TABLE passes (
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        day date NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        status text NOT NULL,
        reason text,
        changed_at timestamptz NOT NULL,
        CONSTRAINT passes_pkey PRIMARY KEY (team_member_id, day)
      )`);
    // Those of a day are counted, and all of an exhibition are read for its page and its rota.
    await query.query('CREATE INDEX passes_day_idx ON passes (exhibition_id, day)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE passes, pass_limits');
    await query.query('ALTER TABLE team_members DROP COLUMN reminded_at, DROP COLUMN link_number');
  }
}
