import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRotas1764100110000 implements MigrationInterface {
  name = 'CreateRotas1764100110000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE draft_assignments (
        shift_id uuid NOT NULL REFERENCES shifts (id) ON DELETE CASCADE,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        is_lead boolean NOT NULL,
        is_pinned boolean NOT NULL,
        source text NOT NULL,
        CONSTRAINT draft_assignments_pkey PRIMARY KEY (shift_id, team_member_id)
      )`);
    // The board reads, and a fill replaces, the draft of one exhibition.
    await query.query('CREATE INDEX draft_assignments_exhibition_idx ON draft_assignments (exhibition_id)');
    // Who leaves the team leaves the draft.
    await query.query('CREATE INDEX draft_assignments_member_idx ON draft_assignments (team_member_id)');
    await query.query(`
      CREATE TABLE rotas (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        number integer NOT NULL,
        published_at timestamptz NOT NULL,
        published_by text,
        overrides jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT rotas_pkey PRIMARY KEY (id)
      )`);
    // The published rota is the one with the highest number.
    await query.query('CREATE UNIQUE INDEX rotas_number_key ON rotas (exhibition_id, number)');
    await query.query(`
      CREATE TABLE rota_assignments (
        rota_id uuid NOT NULL REFERENCES rotas (id) ON DELETE CASCADE,
        shift_id uuid NOT NULL,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        is_lead boolean NOT NULL,
        CONSTRAINT rota_assignments_pkey PRIMARY KEY (rota_id, shift_id, team_member_id)
      )`);
    await query.query(`
      CREATE TABLE current_assignments (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        shift_id uuid NOT NULL REFERENCES shifts (id) ON DELETE CASCADE,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        is_lead boolean NOT NULL,
        status text NOT NULL,
        status_at timestamptz NOT NULL,
        checked_in_at timestamptz,
        source text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT current_assignments_pkey PRIMARY KEY (id)
      )`);
    // Nobody has the same shift twice.
    await query.query(
      'CREATE UNIQUE INDEX current_assignments_once_key ON current_assignments (shift_id, team_member_id)',
    );
    // "Stand now" reads those of one exhibition, a volunteer's page their own.
    await query.query(
      'CREATE INDEX current_assignments_exhibition_idx ON current_assignments (exhibition_id)',
    );
    await query.query('CREATE INDEX current_assignments_member_idx ON current_assignments (team_member_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE current_assignments, rota_assignments, rotas, draft_assignments');
  }
}
