import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReminders1763780495000 implements MigrationInterface {
  name = 'CreateReminders1763780495000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE follow_reminders (
        follow_id uuid NOT NULL,
        days_before integer NOT NULL,
        since timestamptz NOT NULL,
        CONSTRAINT follow_reminders_pkey PRIMARY KEY (follow_id, days_before),
        CONSTRAINT follow_reminders_follow_id_fkey FOREIGN KEY (follow_id) REFERENCES follows ON DELETE CASCADE
      )`);
    await query.query(`
      CREATE TABLE sent_reminders (
        event_id uuid NOT NULL,
        on_date date NOT NULL,
        days_before integer NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT sent_reminders_pkey PRIMARY KEY (event_id, on_date, days_before),
        CONSTRAINT sent_reminders_event_id_fkey FOREIGN KEY (event_id) REFERENCES events ON DELETE CASCADE
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE sent_reminders, follow_reminders');
  }
}
