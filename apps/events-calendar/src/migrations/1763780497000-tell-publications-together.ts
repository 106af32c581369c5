import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mailing that tells of several events has a row for each; what was told outlives the notice that it came of. */
export class TellPublicationsTogether1763780497000 implements MigrationInterface {
  name = 'TellPublicationsTogether1763780497000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      ALTER TABLE told_mailings
        DROP CONSTRAINT told_mailings_pkey,
        ADD CONSTRAINT told_mailings_pkey PRIMARY KEY (id, event_id),
        DROP CONSTRAINT told_mailings_notice_id_fkey,
        ADD CONSTRAINT told_mailings_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices ON DELETE SET NULL`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DELETE FROM told_mailings t USING told_mailings kept WHERE t.id = kept.id AND t.event_id > kept.event_id',
    );
    await query.query(`
      ALTER TABLE told_mailings
        DROP CONSTRAINT told_mailings_pkey,
        ADD CONSTRAINT told_mailings_pkey PRIMARY KEY (id),
        ALTER COLUMN event_id DROP NOT NULL,
        DROP CONSTRAINT told_mailings_notice_id_fkey,
        ADD CONSTRAINT told_mailings_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notices ON DELETE CASCADE`);
  }
}
