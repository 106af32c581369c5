import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CountHeads1765101500000 implements MigrationInterface {
  name = 'CountHeads1765101500000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE head_counts (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        leg_id uuid REFERENCES legs (id) ON DELETE CASCADE,
        item_id uuid REFERENCES itinerary_items (id) ON DELETE CASCADE,
        version integer NOT NULL,
        closed_at timestamptz,
        CONSTRAINT head_counts_pkey PRIMARY KEY (id),
        CONSTRAINT head_counts_thing_check CHECK (num_nonnulls(leg_id, item_id) = 1 AND id = coalesce(leg_id, item_id))
      )`);
    // A visit's counts are read together; legs and items that are deleted take theirs along by their own id.
    await query.query('CREATE INDEX head_counts_visit_idx ON head_counts (visit_id)');
    await query.query('CREATE INDEX head_counts_leg_idx ON head_counts (leg_id) WHERE leg_id IS NOT NULL');
    await query.query('CREATE INDEX head_counts_item_idx ON head_counts (item_id) WHERE item_id IS NOT NULL');
    await query.query(`
      CREATE TABLE head_count_marks (
        id uuid NOT NULL,
        count_id uuid NOT NULL REFERENCES head_counts (id) ON DELETE CASCADE,
        traveller_id uuid NOT NULL REFERENCES travellers (id) ON DELETE CASCADE,
        kind text NOT NULL,
        leave jsonb,
        over_ids uuid[] NOT NULL,
        made_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        by_person_id text,
        by_traveller_id uuid REFERENCES travellers (id) ON DELETE SET NULL,
        by_name text NOT NULL,
        CONSTRAINT head_count_marks_pkey PRIMARY KEY (id),
        CONSTRAINT head_count_marks_leave_check CHECK ((kind = 'elsewhere') = (leave IS NOT NULL))
      )`);
    // All marks of a count are merged at each look; those of a traveller go when they are forgotten.
    await query.query('CREATE INDEX head_count_marks_count_idx ON head_count_marks (count_id)');
    await query.query('CREATE INDEX head_count_marks_traveller_idx ON head_count_marks (traveller_id)');
    await query.query('CREATE INDEX head_count_marks_by_traveller_idx ON head_count_marks (by_traveller_id)');
    // A person's own marks, when they are merged or forgotten.
    await query.query('CREATE INDEX head_count_marks_by_person_idx ON head_count_marks (by_person_id)');
    await query.query(`
      CREATE TABLE head_count_closings (
        id uuid NOT NULL,
        count_id uuid NOT NULL REFERENCES head_counts (id) ON DELETE CASCADE,
        closed_at timestamptz NOT NULL,
        by_person_id text,
        by_name text NOT NULL,
        here integer NOT NULL,
        elsewhere integer NOT NULL,
        missing integer NOT NULL,
        people jsonb NOT NULL,
        decision text,
        reopened_at timestamptz,
        reopened_by_person_id text,
        reopened_by_name text,
        reopened_why text,
        CONSTRAINT head_count_closings_pkey PRIMARY KEY (id),
        CONSTRAINT head_count_closings_reopened_check
          CHECK ((reopened_at IS NULL) = (reopened_by_name IS NULL))
      )`);
    // The record of a count is shown with it; of several closings, no two are open at once.
    await query.query(
      'CREATE INDEX head_count_closings_count_idx ON head_count_closings (count_id, closed_at)',
    );
    await query.query(
      'CREATE UNIQUE INDEX head_count_closings_now_key ON head_count_closings (count_id) WHERE reopened_at IS NULL',
    );
    await query.query(`
      CREATE TABLE head_count_steps (
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        steps jsonb NOT NULL,
        version integer NOT NULL,
        CONSTRAINT head_count_steps_pkey PRIMARY KEY (visit_id)
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE head_count_steps, head_count_closings, head_count_marks, head_counts');
  }
}
