import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMails1763780450000 implements MigrationInterface {
  name = 'CreateMails1763780450000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE mails (
        id uuid NOT NULL,
        kind text NOT NULL,
        person_id uuid,
        to_name text,
        to_address text,
        subject text,
        html text,
        text text,
        message_id text NOT NULL,
        status text NOT NULL,
        needed_by timestamptz NOT NULL,
        asked_at timestamptz NOT NULL,
        sent_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        last_answer text,
        next_attempt_at timestamptz,
        claim uuid,
        claimed_until timestamptz,
        correlation_id text NOT NULL,
        CONSTRAINT mails_pkey PRIMARY KEY (id),
        CONSTRAINT mails_status_check CHECK (status IN ('asked', 'sent', 'deferred', 'refused', 'too-late', 'withdrawn')),
        CONSTRAINT mails_waiting_check CHECK ((html IS NULL) = (next_attempt_at IS NULL) AND (text IS NULL) = (html IS NULL))
      )`);
    await query.query('CREATE INDEX mails_next_attempt_at_idx ON mails (next_attempt_at)');
    await query.query('CREATE INDEX mails_asked_at_idx ON mails (asked_at)');
    await query.query('CREATE INDEX mails_person_id_idx ON mails (person_id)');
    await query.query('CREATE INDEX mails_to_address_idx ON mails (to_address)');
    await query.query(`
      CREATE TABLE mail_attempts (
        mail_id uuid NOT NULL,
        number integer NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL,
        answer text,
        CONSTRAINT mail_attempts_pkey PRIMARY KEY (mail_id, number),
        CONSTRAINT mail_attempts_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails (id) ON DELETE CASCADE
      )`);
    // Whoever sends hears of a new mail when its transaction commits.
    await query.query(`
      CREATE FUNCTION announce_mail() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('mailer_mails', '');
        RETURN NULL;
      END $$`);
    await query.query(`
      CREATE TRIGGER mails_announce AFTER INSERT ON mails
      FOR EACH STATEMENT EXECUTE FUNCTION announce_mail()`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE mail_attempts, mails');
    await query.query('DROP FUNCTION announce_mail()');
  }
}
