import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSuppressedAddresses1763780470000 implements MigrationInterface {
  name = 'CreateSuppressedAddresses1763780470000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE suppressed_addresses (
        id uuid NOT NULL,
        address text NOT NULL,
        person_id uuid,
        since timestamptz NOT NULL DEFAULT now(),
        answer text NOT NULL,
        mail_id uuid NOT NULL,
        CONSTRAINT suppressed_addresses_pkey PRIMARY KEY (id),
        CONSTRAINT suppressed_addresses_address_key UNIQUE (address),
        CONSTRAINT suppressed_addresses_address_check CHECK (address = lower(address))
      )`);
    await query.query(
      'CREATE INDEX suppressed_addresses_person_id_idx ON suppressed_addresses (person_id) WHERE person_id IS NOT NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE suppressed_addresses');
  }
}
