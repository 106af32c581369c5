import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes after a stand: who was thanked, what they said of it, and what to carry to next year. */
export class LookBack1764103000000 implements MigrationInterface {
  name = 'LookBack1764103000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE thanks_words (
        exhibition_id uuid NOT NULL CONSTRAINT thanks_words_pkey PRIMARY KEY REFERENCES exhibitions (id) ON DELETE CASCADE,
        people text NOT NULL,
        organisations text NOT NULL,
        version integer NOT NULL
      )`);
    await query.query(`
      CREATE TABLE thanks (
        id uuid NOT NULL CONSTRAINT thanks_pkey PRIMARY KEY,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        team_member_id uuid REFERENCES team_members (id) ON DELETE CASCADE,
        organisation_id text,
        contact_person_id text,
        minutes integer NOT NULL,
        sent_at timestamptz NOT NULL,
        sent_by text,
        secret_hash bytea,
        CONSTRAINT thanks_whom_check CHECK ((team_member_id IS NULL) <> (organisation_id IS NULL))
      )`);
    await query.query('CREATE UNIQUE INDEX thanks_member_key ON thanks (exhibition_id, team_member_id)');
    await query.query(
      'CREATE UNIQUE INDEX thanks_organisation_key ON thanks (exhibition_id, organisation_id)',
    );
    await query.query('CREATE UNIQUE INDEX thanks_secret_key ON thanks (secret_hash)');
    await query.query(`
      CREATE TABLE stand_feedback (
        id uuid NOT NULL CONSTRAINT stand_feedback_pkey PRIMARY KEY,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        team_member_id uuid REFERENCES team_members (id) ON DELETE SET NULL,
        rating integer NOT NULL CONSTRAINT stand_feedback_rating_check CHECK (rating BETWEEN 1 AND 5),
        fair text,
        went_well text NOT NULL,
        to_change text NOT NULL,
        again text NOT NULL,
        may_quote boolean NOT NULL,
        answered_at timestamptz NOT NULL,
        version integer NOT NULL
      )`);
    await query.query('CREATE INDEX stand_feedback_exhibition_idx ON stand_feedback (exhibition_id)');
    await query.query('CREATE UNIQUE INDEX stand_feedback_member_key ON stand_feedback (team_member_id)');
    await query.query(`
      CREATE TABLE carry_notes (
        id uuid NOT NULL CONSTRAINT carry_notes_pkey PRIMARY KEY,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        kind text NOT NULL,
        text text NOT NULL,
        owner_person_id text,
        owner_name text,
        done_at timestamptz,
        done_by text,
        done_by_name text,
        feedback_id uuid REFERENCES stand_feedback (id) ON DELETE SET NULL,
        feedback_part text,
        carried_from uuid REFERENCES carry_notes (id) ON DELETE SET NULL,
        task_id uuid REFERENCES exhibition_tasks (id) ON DELETE SET NULL,
        version integer NOT NULL
      )`);
    await query.query('CREATE INDEX carry_notes_exhibition_idx ON carry_notes (exhibition_id)');
    // Of what was said each part becomes a note once.
    await query.query(
      `CREATE UNIQUE INDEX carry_notes_feedback_key ON carry_notes (feedback_id, feedback_part) WHERE feedback_id IS NOT NULL`,
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE carry_notes, stand_feedback, thanks, thanks_words');
  }
}
