import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom one rings in a country, as data beside the rules of borders, and what staff say for everybody’s emergency card. */
export class CreateEmergencyCards1765101101000 implements MigrationInterface {
  name = 'CreateEmergencyCards1765101101000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      ALTER TABLE destination_rules DROP CONSTRAINT destination_rules_kind_check,
        ADD CONSTRAINT destination_rules_kind_check
          CHECK (kind IN ('passport', 'stay', 'border', 'authorisation', 'emergency'))`);
    // What every installation begins with, as with the other rules: no day says that somebody there has checked it.
    await query.query(`
      INSERT INTO destination_rules (id, kind, destination, nationals, data, valid_from, source, note, version) VALUES
      ('01975d00-0000-7000-8000-000000000007', 'emergency', 'free-movement', NULL,
        '{"number": "112", "services": "police, fire and ambulance"}', '2021-01-01',
        'https://digital-strategy.ec.europa.eu/en/policies/112', 'Free from any phone, without a SIM card too.', 1),
      ('01975d00-0000-7000-8000-000000000008', 'emergency', 'united-kingdom', NULL,
        '{"number": "999", "services": "police, fire, ambulance and coastguard"}', '2021-01-01',
        'https://www.gov.uk/guidance/999-and-112-the-uks-national-emergency-numbers', '112 leads to the same.', 1)`);
    await query.query(`
      CREATE TABLE emergency_cards (
        visit_id uuid NOT NULL CONSTRAINT emergency_cards_pkey PRIMARY KEY
          CONSTRAINT emergency_cards_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        if_lost text NOT NULL,
        more text NOT NULL,
        version integer NOT NULL
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE emergency_cards');
    await query.query(`DELETE FROM destination_rules WHERE kind = 'emergency'`);
    await query.query(`
      ALTER TABLE destination_rules DROP CONSTRAINT destination_rules_kind_check,
        ADD CONSTRAINT destination_rules_kind_check CHECK (kind IN ('passport', 'stay', 'border', 'authorisation'))`);
  }
}
