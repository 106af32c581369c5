import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSwaps1764102000000 implements MigrationInterface {
  name = 'CreateSwaps1764102000000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE swaps (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        asker_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        other_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        assignment_id uuid NOT NULL,
        shift_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        label text NOT NULL,
        other_assignment_id uuid,
        other_shift_id uuid,
        other_starts_at timestamptz,
        other_ends_at timestamptz,
        other_label text,
        note text NOT NULL,
        status text NOT NULL,
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        ended_at timestamptz,
        decided_by text,
        decided_name text,
        reason text NOT NULL,
        lapsed_why text,
        CONSTRAINT swaps_pkey PRIMARY KEY (id),
        CONSTRAINT swaps_two_check CHECK (asker_id <> other_id),
        CONSTRAINT swaps_taken_check CHECK (
          num_nulls(other_shift_id, other_assignment_id, other_starts_at, other_ends_at, other_label) IN (0, 5))
      )`);
    // Nobody is asked about the same shift twice at a time: a second press finds what the first one made.
    await query.query(
      `CREATE UNIQUE INDEX swaps_open_key ON swaps (assignment_id, other_id) WHERE status IN ('asked', 'agreed')`,
    );
    // Staff see those of one exhibition, the newest first.
    await query.query('CREATE INDEX swaps_exhibition_idx ON swaps (exhibition_id, asked_at)');
    // Each of the two sees theirs, and whoever is erased takes their words along.
    await query.query('CREATE INDEX swaps_asker_idx ON swaps (asker_id)');
    await query.query('CREATE INDEX swaps_other_idx ON swaps (other_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE swaps');
  }
}
