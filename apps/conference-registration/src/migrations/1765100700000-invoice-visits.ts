import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvoiceVisits1765100700000 implements MigrationInterface {
  name = 'InvoiceVisits1765100700000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE visit_charges (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        visit_title text NOT NULL,
        visit_path text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        traveller_id uuid NOT NULL,
        traveller_person_id text,
        traveller_name text NOT NULL,
        kind text NOT NULL,
        net_pence integer NOT NULL,
        organisation_id text,
        organisation_name text NOT NULL,
        contact_person_id text,
        contact_name text NOT NULL,
        contact_email text NOT NULL,
        bill_to jsonb,
        purchase_order text,
        purchase_order_required boolean NOT NULL DEFAULT false,
        orders_asked integer NOT NULL DEFAULT 0,
        order_asked_at timestamptz,
        secret_hash bytea,
        asked_at timestamptz NOT NULL,
        told jsonb,
        version integer NOT NULL DEFAULT 0,
        CONSTRAINT visit_charges_pkey PRIMARY KEY (id),
        CONSTRAINT visit_charges_net_pence_check CHECK (net_pence > 0)
      )`);
    // All that was invoiced for a visit, for the treasurer's sums of it.
    await query.query('CREATE INDEX visit_charges_visit_idx ON visit_charges (visit_id)');
    // What an organisation's contacts find among their bookings.
    await query.query(
      'CREATE INDEX visit_charges_organisation_idx ON visit_charges (organisation_id) WHERE organisation_id IS NOT NULL',
    );
    // What somebody finds among theirs, and all that is theirs where they are merged or erased.
    await query.query(
      'CREATE INDEX visit_charges_contact_idx ON visit_charges (contact_person_id) WHERE contact_person_id IS NOT NULL',
    );
    await query.query(
      'CREATE INDEX visit_charges_traveller_idx ON visit_charges (traveller_person_id) WHERE traveller_person_id IS NOT NULL',
    );
    // Who has a link.
    await query.query('CREATE UNIQUE INDEX visit_charges_secret_key ON visit_charges (secret_hash)');
    await query.query(`
      CREATE TABLE visit_credits (
        id uuid NOT NULL,
        charge_id uuid NOT NULL REFERENCES visit_charges (id) ON DELETE CASCADE,
        net_pence integer NOT NULL,
        CONSTRAINT visit_credits_pkey PRIMARY KEY (id)
      )`);
    await query.query('CREATE INDEX visit_credits_charge_idx ON visit_credits (charge_id)');
    await query.query(
      'ALTER TABLE documents ADD COLUMN visit_charge_id uuid CONSTRAINT documents_visit_charge_id_fkey REFERENCES visit_charges (id)',
    );
    // What was issued for one charge.
    await query.query(
      'CREATE INDEX documents_visit_charge_idx ON documents (visit_charge_id) WHERE visit_charge_id IS NOT NULL',
    );
    await query.query(
      'ALTER TABLE documents ADD CONSTRAINT documents_about_check CHECK (booking_id IS NULL OR visit_charge_id IS NULL)',
    );
    // A traveller who pays for themselves is one customer, whatever they are to pay.
    await query.query('ALTER TABLE customers ADD COLUMN traveller_id uuid');
    await query.query('CREATE UNIQUE INDEX customers_traveller_key ON customers (traveller_id)');
    await query.query('ALTER TABLE customers DROP CONSTRAINT customers_whom_check');
    await query.query(
      'ALTER TABLE customers ADD CONSTRAINT customers_whom_check CHECK (num_nonnulls(organisation_id, booking_id, traveller_id) = 1)',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE customers DROP CONSTRAINT customers_whom_check');
    await query.query('ALTER TABLE customers DROP COLUMN traveller_id');
    await query.query(
      'ALTER TABLE customers ADD CONSTRAINT customers_whom_check CHECK ((organisation_id IS NULL) <> (booking_id IS NULL))',
    );
    await query.query('ALTER TABLE documents DROP CONSTRAINT documents_about_check');
    await query.query('ALTER TABLE documents DROP COLUMN visit_charge_id');
    await query.query('DROP TABLE visit_credits, visit_charges');
  }
}
