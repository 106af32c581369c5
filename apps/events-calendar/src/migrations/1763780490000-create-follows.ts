import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateFollows1763780490000 implements MigrationInterface {
  name = 'CreateFollows1763780490000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE follows (
        id uuid NOT NULL,
        person_id text NOT NULL,
        event_id uuid,
        series text,
        known_version integer NOT NULL,
        since timestamptz NOT NULL,
        CONSTRAINT follows_pkey PRIMARY KEY (id),
        CONSTRAINT follows_event_id_fkey FOREIGN KEY (event_id) REFERENCES events ON DELETE CASCADE,
        CONSTRAINT follows_series_fkey FOREIGN KEY (series) REFERENCES series,
        CONSTRAINT follows_one_check CHECK ((event_id IS NULL) <> (series IS NULL))
      )`);
    // A person's own page, merges and erasures; and so that a second press of Follow changes nothing.
    await query.query('CREATE UNIQUE INDEX follows_person_event_key ON follows (person_id, event_id)');
    await query.query('CREATE UNIQUE INDEX follows_person_series_key ON follows (person_id, series)');
    // Whom to tell of an event, and whether anybody has seen a certain version of it.
    await query.query('CREATE INDEX follows_event_idx ON follows (event_id, known_version)');
    await query.query('CREATE INDEX follows_series_idx ON follows (series)');
    await query.query(`
      CREATE TABLE notices (
        id uuid NOT NULL,
        event_id uuid NOT NULL,
        why text NOT NULL,
        bases jsonb NOT NULL,
        edits integer NOT NULL,
        urgent boolean NOT NULL,
        first_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        correlation_id text NOT NULL,
        continued_by uuid,
        from_version integer NOT NULL,
        to_version integer NOT NULL,
        told_at timestamptz,
        CONSTRAINT notices_pkey PRIMARY KEY (id),
        CONSTRAINT notices_event_id_fkey FOREIGN KEY (event_id) REFERENCES events ON DELETE CASCADE
      )`);
    // Edits add to the notice that waits, of which an event has one of each sort.
    await query.query(
      'CREATE UNIQUE INDEX notices_waiting_key ON notices (event_id, why) WHERE told_at IS NULL',
    );
    // What is due, looked for every few seconds, is among the few that wait.
    await query.query('CREATE INDEX notices_due_idx ON notices (due_at) WHERE told_at IS NULL');
    // Whether an edit has been told already, and the staff's page of an event.
    await query.query('CREATE INDEX notices_event_idx ON notices (event_id, to_version)');
    await query.query(`
      CREATE TABLE told_mailings (
        id uuid NOT NULL,
        event_id uuid,
        notice_id uuid,
        why text NOT NULL,
        title text NOT NULL,
        total integer NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT told_mailings_pkey PRIMARY KEY (id),
        CONSTRAINT told_mailings_event_id_fkey FOREIGN KEY (event_id) REFERENCES events ON DELETE CASCADE,
        CONSTRAINT told_mailings_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices ON DELETE CASCADE
      )`);
    // The staff's page of an event lists them, the newest first.
    await query.query('CREATE INDEX told_mailings_event_idx ON told_mailings (event_id, at)');
    await query.query('CREATE INDEX told_mailings_notice_idx ON told_mailings (notice_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE told_mailings');
    await query.query('DROP TABLE notices');
    await query.query('DROP TABLE follows');
  }
}
