import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateDrafts1764100700000 implements MigrationInterface {
  name = 'CreateDrafts1764100700000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE drafts (
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        version integer NOT NULL,
        pattern jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT drafts_pkey PRIMARY KEY (exhibition_id)
      )`);
    await query.query(`
      CREATE TABLE draft_steps (
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        act text NOT NULL,
        changes jsonb NOT NULL,
        undone_in integer,
        CONSTRAINT draft_steps_pkey PRIMARY KEY (exhibition_id, number)
      )`);
    // What somebody did is found when they are merged or forgotten.
    await query.query(
      'CREATE INDEX draft_steps_person_idx ON draft_steps (person_id) WHERE person_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE forbidden_placements (
        shift_id uuid NOT NULL REFERENCES shifts (id) ON DELETE CASCADE,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        CONSTRAINT forbidden_placements_pkey PRIMARY KEY (shift_id, team_member_id)
      )`);
    // They are read with the draft of one exhibition, and go with whoever leaves the team.
    await query.query(
      'CREATE INDEX forbidden_placements_exhibition_idx ON forbidden_placements (exhibition_id)',
    );
    await query.query(
      'CREATE INDEX forbidden_placements_member_idx ON forbidden_placements (team_member_id)',
    );
    await query.query(`
      CREATE TABLE draft_fills (
        fill_id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        draft_version integer NOT NULL,
        basis text NOT NULL,
        passes text NOT NULL,
        outcome text NOT NULL,
        changed_meanwhile text[] NOT NULL DEFAULT '{}',
        CONSTRAINT draft_fills_pkey PRIMARY KEY (fill_id)
      )`);
    // The page shows the newest of an exhibition.
    await query.query('CREATE INDEX draft_fills_exhibition_idx ON draft_fills (exhibition_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE draft_fills, forbidden_placements, draft_steps, drafts');
  }
}
