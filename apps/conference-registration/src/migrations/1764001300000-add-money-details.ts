import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AddMoneyDetails1764001300000 implements MigrationInterface {
  name = 'AddMoneyDetails1764001300000';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE payments ADD undone_by_id text, ADD undone_by_name text');
    await query.query(
      'ALTER TABLE documents ADD CONSTRAINT documents_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payments (id)',
    );
    await query.query(
      'CREATE INDEX documents_payment_idx ON documents (payment_id) WHERE payment_id IS NOT NULL',
    );
    // What is left of a payment or of a credit note.
    await query.query('CREATE INDEX settlements_payment_idx ON settlements (payment_id)');
    await query.query('CREATE INDEX settlements_credit_note_idx ON settlements (credit_note_id)');
    await query.query(`
      CREATE TABLE purchase_order_reminders (
        booking_id uuid NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
        number integer NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT purchase_order_reminders_pkey PRIMARY KEY (booking_id, number)
      )`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE purchase_order_reminders');
    await query.query('DROP INDEX settlements_credit_note_idx');
    await query.query('DROP INDEX settlements_payment_idx');
    await query.query('DROP INDEX documents_payment_idx');
    await query.query('ALTER TABLE documents DROP CONSTRAINT documents_payment_id_fkey');
    await query.query('ALTER TABLE payments DROP undone_by_id, DROP undone_by_name');
  }
}
