import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMailings1763780460000 implements MigrationInterface {
  name = 'CreateMailings1763780460000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE people (
        id uuid NOT NULL,
        name text NOT NULL,
        address text,
        merged_into uuid,
        version integer NOT NULL,
        CONSTRAINT people_pkey PRIMARY KEY (id)
      )`);
    await query.query(
      'CREATE INDEX people_merged_into_idx ON people (merged_into) WHERE merged_into IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE erased_people (
        id uuid NOT NULL,
        erased_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT erased_people_pkey PRIMARY KEY (id)
      )`);
    await query.query(`
      CREATE TABLE switched_off (
        person_id uuid NOT NULL,
        kind text NOT NULL,
        since timestamptz NOT NULL DEFAULT now(),
        how text NOT NULL,
        CONSTRAINT switched_off_pkey PRIMARY KEY (person_id, kind),
        CONSTRAINT switched_off_how_check CHECK (how IN ('page', 'one-click'))
      )`);
    await query.query(`
      CREATE TABLE mailings (
        id uuid NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        subject text NOT NULL,
        html text,
        text text,
        calendar_method text,
        calendar_content text,
        due_at timestamptz,
        needed_by timestamptz NOT NULL,
        total integer NOT NULL,
        asked_at timestamptz NOT NULL,
        correlation_id text NOT NULL,
        CONSTRAINT mailings_pkey PRIMARY KEY (id),
        CONSTRAINT mailings_content_check CHECK ((html IS NULL) = (text IS NULL))
      )`);
    await query.query('CREATE INDEX mailings_asked_at_idx ON mailings (asked_at)');
    await query.query(`
      ALTER TABLE mails
        ADD mailing_id uuid,
        ADD calendar_method text,
        ADD calendar_content text,
        ADD due_at timestamptz,
        ADD again_of uuid,
        ADD CONSTRAINT mails_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings (id),
        DROP CONSTRAINT mails_status_check,
        ADD CONSTRAINT mails_status_check CHECK (status IN
          ('asked', 'sent', 'deferred', 'refused', 'too-late', 'withdrawn', 'unwanted', 'suppressed')),
        DROP CONSTRAINT mails_waiting_check,
        ADD CONSTRAINT mails_waiting_check CHECK ((text IS NULL) = (html IS NULL)
          AND (next_attempt_at IS NULL OR html IS NOT NULL OR mailing_id IS NOT NULL))`);
    await query.query('CREATE INDEX mails_mailing_id_idx ON mails (mailing_id) WHERE mailing_id IS NOT NULL');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      `DELETE FROM mails WHERE mailing_id IS NOT NULL OR status IN ('unwanted', 'suppressed')`,
    );
    await query.query('UPDATE mails SET html = NULL, text = NULL WHERE next_attempt_at IS NULL');
    await query.query(`
      ALTER TABLE mails
        DROP mailing_id, DROP calendar_method, DROP calendar_content, DROP due_at, DROP again_of,
        DROP CONSTRAINT mails_status_check,
        ADD CONSTRAINT mails_status_check CHECK (status IN
          ('asked', 'sent', 'deferred', 'refused', 'too-late', 'withdrawn')),
        DROP CONSTRAINT mails_waiting_check,
        ADD CONSTRAINT mails_waiting_check
          CHECK ((html IS NULL) = (next_attempt_at IS NULL) AND (text IS NULL) = (html IS NULL))`);
    await query.query('DROP TABLE mailings, switched_off, erased_people, people');
  }
}
