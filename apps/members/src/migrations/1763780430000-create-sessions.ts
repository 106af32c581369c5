import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSessions1763780430000 implements MigrationInterface {
  name = 'CreateSessions1763780430000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE sessions (
        id uuid NOT NULL,
        secret_hash text NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        user_agent text,
        network text NOT NULL,
        acting_for uuid,
        acting_until timestamptz,
        ended_at timestamptz,
        ended_why text,
        CONSTRAINT sessions_pkey PRIMARY KEY (id),
        CONSTRAINT sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE,
        CONSTRAINT sessions_acting_for_fkey FOREIGN KEY (acting_for) REFERENCES people (id) ON DELETE CASCADE,
        CONSTRAINT sessions_acting_check CHECK ((acting_for IS NULL) = (acting_until IS NULL)),
        CONSTRAINT sessions_ended_check CHECK ((ended_at IS NULL) = (ended_why IS NULL))
      )`);
    await query.query('CREATE UNIQUE INDEX sessions_secret_hash_key ON sessions (secret_hash)');
    // Whoever changes a person's rights ends or announces all of their sessions.
    await query.query('CREATE INDEX sessions_person_id_idx ON sessions (person_id) WHERE ended_at IS NULL');
    await query.query(
      'CREATE INDEX sessions_acting_for_idx ON sessions (acting_for) WHERE acting_for IS NOT NULL',
    );
    // Old rows are deleted.
    await query.query('CREATE INDEX sessions_expires_at_idx ON sessions (expires_at)');
    await query.query(`
      CREATE TABLE sign_in_requests (
        id uuid NOT NULL,
        address text NOT NULL,
        browser_hash text,
        code_hash text,
        link_hash text,
        return_path text NOT NULL,
        user_agent text,
        network text NOT NULL,
        may_send boolean NOT NULL,
        wrong_codes integer NOT NULL,
        asked_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        approved_at timestamptz,
        approved_browser_hash text,
        used_at timestamptz,
        CONSTRAINT sign_in_requests_pkey PRIMARY KEY (id),
        CONSTRAINT sign_in_requests_approved_check CHECK ((approved_at IS NULL) = (approved_browser_hash IS NULL))
      )`);
    await query.query('CREATE UNIQUE INDEX sign_in_requests_link_hash_key ON sign_in_requests (link_hash)');
    await query.query(
      'CREATE UNIQUE INDEX sign_in_requests_browser_hash_key ON sign_in_requests (browser_hash)',
    );
    await query.query(
      'CREATE UNIQUE INDEX sign_in_requests_approved_browser_hash_key ON sign_in_requests (approved_browser_hash)',
    );
    await query.query('CREATE INDEX sign_in_requests_expires_at_idx ON sign_in_requests (expires_at)');
    await query.query(`
      CREATE TABLE limits (
        bucket text NOT NULL,
        count integer NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT limits_pkey PRIMARY KEY (bucket)
      )`);
    await query.query('CREATE INDEX limits_ends_at_idx ON limits (ends_at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE limits, sign_in_requests, sessions');
  }
}
