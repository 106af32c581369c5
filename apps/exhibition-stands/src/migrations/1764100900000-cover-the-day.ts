import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CoverTheDay1764100900000 implements MigrationInterface {
  name = 'CoverTheDay1764100900000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE drop_outs (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        shift_id uuid NOT NULL,
        at timestamptz NOT NULL,
        reason text NOT NULL,
        by_staff boolean NOT NULL,
        CONSTRAINT drop_outs_pkey PRIMARY KEY (id)
      )`);
    // The page of the day shows the last ones of one exhibition.
    await query.query('CREATE INDEX drop_outs_exhibition_idx ON drop_outs (exhibition_id, at)');
    // Whoever is erased takes their reasons along.
    await query.query('CREATE INDEX drop_outs_member_idx ON drop_outs (team_member_id)');
    await query.query(`
      CREATE TABLE cover_requests (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        shift_id uuid NOT NULL,
        mode text NOT NULL,
        minutes integer NOT NULL,
        status text NOT NULL,
        asked_at timestamptz NOT NULL,
        asked_by text,
        ended_at timestamptz,
        CONSTRAINT cover_requests_pkey PRIMARY KEY (id)
      )`);
    // Nobody is asked for the same shift on two lists; what moves lists on reads the open ones.
    await query.query(
      `CREATE UNIQUE INDEX cover_requests_open_key ON cover_requests (shift_id) WHERE status = 'open'`,
    );
    await query.query('CREATE INDEX cover_requests_exhibition_idx ON cover_requests (exhibition_id)');
    await query.query(`
      CREATE TABLE cover_asks (
        id uuid NOT NULL,
        request_id uuid NOT NULL REFERENCES cover_requests (id) ON DELETE CASCADE,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        rank integer NOT NULL,
        state text NOT NULL,
        asked_at timestamptz,
        until timestamptz,
        answered_at timestamptz,
        secret_hash bytea NOT NULL,
        CONSTRAINT cover_asks_pkey PRIMARY KEY (id),
        CONSTRAINT cover_asks_until_check CHECK (state <> 'asked' OR until IS NOT NULL)
      )`);
    // Nobody is on a list twice.
    await query.query('CREATE UNIQUE INDEX cover_asks_once_key ON cover_asks (request_id, team_member_id)');
    // They answer by their link.
    await query.query('CREATE UNIQUE INDEX cover_asks_secret_key ON cover_asks (secret_hash)');
    await query.query('CREATE INDEX cover_asks_member_idx ON cover_asks (team_member_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE cover_asks, cover_requests, drop_outs');
  }
}
