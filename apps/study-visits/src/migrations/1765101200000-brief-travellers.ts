import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What travellers are told the evening before each day. */
export class BriefTravellers1765101200000 implements MigrationInterface {
  name = 'BriefTravellers1765101200000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE briefing_settings (
        visit_id uuid NOT NULL CONSTRAINT briefing_settings_pkey PRIMARY KEY
          CONSTRAINT briefing_settings_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        is_sending boolean NOT NULL,
        send_at text NOT NULL,
        version integer NOT NULL
      )`);
    await query.query(`
      CREATE TABLE briefing_days (
        visit_id uuid NOT NULL CONSTRAINT briefing_days_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        day date NOT NULL,
        words text NOT NULL,
        bring text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT briefing_days_pkey PRIMARY KEY (visit_id, day)
      )`);
    await query.query(`
      CREATE TABLE briefing_mails (
        traveller_id uuid NOT NULL CONSTRAINT briefing_mails_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        day date NOT NULL,
        visit_id uuid NOT NULL CONSTRAINT briefing_mails_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        number integer NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT briefing_mails_pkey PRIMARY KEY (traveller_id, day)
      )`);
    // Who of a visit was sent the briefing of a day.
    await query.query('CREATE INDEX briefing_mails_day_idx ON briefing_mails (visit_id, day)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE briefing_mails, briefing_days, briefing_settings');
  }
}
