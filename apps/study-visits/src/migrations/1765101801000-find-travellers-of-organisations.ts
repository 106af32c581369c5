import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindTravellersOfOrganisations1765101801000 implements MigrationInterface {
  name = 'FindTravellersOfOrganisations1765101801000';

  async up(query: QueryRunner): Promise<void> {
    // Who travels for an organisation, for those who book for it.
    await query.query(
      'CREATE INDEX travellers_organisation_idx ON travellers (organisation_id) WHERE organisation_id IS NOT NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX travellers_organisation_idx');
  }
}
