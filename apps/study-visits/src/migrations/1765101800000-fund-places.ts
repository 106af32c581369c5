import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FundPlaces1765101800000 implements MigrationInterface {
  name = 'FundPlaces1765101800000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(
      `ALTER TABLE selection_outcomes ADD COLUMN funded boolean NOT NULL DEFAULT false,
         ADD CONSTRAINT selection_outcomes_funded_check CHECK (NOT funded OR outcome = 'place')`,
    );
    await query.query(
      'ALTER TABLE traveller_charges ADD COLUMN payer jsonb, ADD COLUMN ended boolean NOT NULL DEFAULT false',
    );
    // Of each kind one that counts; what was charged before a place was funded, and credited, stays beside it.
    await query.query('DROP INDEX traveller_charges_traveller_key');
    await query.query(
      'CREATE UNIQUE INDEX traveller_charges_standing_key ON traveller_charges (traveller_id, kind) WHERE NOT ended',
    );
    // All that was ever charged for somebody's place.
    await query.query('CREATE INDEX traveller_charges_traveller_idx ON traveller_charges (traveller_id)');
    // Whom the invoices of an organisation were made out to last.
    await query.query(
      `CREATE INDEX traveller_charges_organisation_idx ON traveller_charges (organisation_id, asked_at)
       WHERE organisation_id IS NOT NULL`,
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX traveller_charges_organisation_idx, traveller_charges_traveller_idx');
    await query.query('DROP INDEX traveller_charges_standing_key');
    await query.query('DELETE FROM traveller_charges WHERE ended');
    await query.query(
      'CREATE UNIQUE INDEX traveller_charges_traveller_key ON traveller_charges (traveller_id, kind)',
    );
    await query.query('ALTER TABLE traveller_charges DROP COLUMN ended, DROP COLUMN payer');
    await query.query('ALTER TABLE selection_outcomes DROP COLUMN funded');
  }
}
