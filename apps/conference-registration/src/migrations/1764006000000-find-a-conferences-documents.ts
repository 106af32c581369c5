import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FindAConferencesDocuments1764006000000 implements MigrationInterface {
  name = 'FindAConferencesDocuments1764006000000';

  async up(query: QueryRunner): Promise<void> {
    // The treasurer's sums of one conference and its dashboard read its documents alone; those of all years were read before.
    await query.query('CREATE INDEX documents_conference_idx ON documents (conference_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP INDEX documents_conference_idx');
  }
}
