import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMoney1764000300000 implements MigrationInterface {
  name = 'CreateMoney1764000300000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE customers (
        id uuid NOT NULL,
        organisation_id text,
        booking_id uuid,
        name text NOT NULL,
        CONSTRAINT customers_pkey PRIMARY KEY (id),
        CONSTRAINT customers_whom_check CHECK ((organisation_id IS NULL) <> (booking_id IS NULL))
      )`);
    // An organisation is one customer however often it books; a guest is one for each booking.
    await query.query('CREATE UNIQUE INDEX customers_organisation_key ON customers (organisation_id)');
    await query.query('CREATE UNIQUE INDEX customers_booking_key ON customers (booking_id)');
    await query.query(`
      CREATE TABLE document_series (
        name text NOT NULL,
        prefix text NOT NULL,
        last integer NOT NULL DEFAULT 0,
        CONSTRAINT document_series_pkey PRIMARY KEY (name)
      )`);
    await query.query(
      `INSERT INTO document_series (name, prefix) VALUES ('invoice', 'INV-'), ('credit-note', 'CR-'), ('receipt', 'REC-')`,
    );
    await query.query(`
      CREATE TABLE documents (
        id uuid NOT NULL,
        series text NOT NULL REFERENCES document_series (name),
        number integer NOT NULL,
        label text NOT NULL,
        customer_id uuid NOT NULL REFERENCES customers (id),
        conference_id uuid REFERENCES conferences (id),
        booking_id uuid REFERENCES bookings (id),
        corrects_id uuid REFERENCES documents (id),
        payment_id uuid,
        issued_on date NOT NULL,
        due_on date,
        net_pence integer NOT NULL,
        vat_pence integer NOT NULL,
        gross_pence integer NOT NULL,
        content jsonb NOT NULL,
        issued_at timestamptz NOT NULL,
        issued_by text NOT NULL,
        CONSTRAINT documents_pkey PRIMARY KEY (id),
        CONSTRAINT documents_number_key UNIQUE (series, number),
        CONSTRAINT documents_label_key UNIQUE (label)
      )`);
    await query.query('CREATE INDEX documents_customer_idx ON documents (customer_id)');
    await query.query('CREATE INDEX documents_booking_idx ON documents (booking_id)');
    await query.query('CREATE INDEX documents_corrects_idx ON documents (corrects_id)');
    await query.query(`
      CREATE TABLE document_lines (
        document_id uuid NOT NULL REFERENCES documents (id),
        line integer NOT NULL,
        place_id uuid,
        description text NOT NULL,
        net_pence integer NOT NULL,
        vat_basis_points integer NOT NULL,
        vat_pence integer NOT NULL,
        gross_pence integer NOT NULL,
        CONSTRAINT document_lines_pkey PRIMARY KEY (document_id, line)
      )`);
    // What was invoiced and credited for one place.
    await query.query('CREATE INDEX document_lines_place_idx ON document_lines (place_id)');
    await query.query(`
      CREATE TABLE payments (
        id uuid NOT NULL,
        customer_id uuid NOT NULL REFERENCES customers (id),
        direction text NOT NULL,
        on_date date NOT NULL,
        pence integer NOT NULL,
        method text NOT NULL,
        reference text NOT NULL,
        note text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by_id text,
        recorded_by_name text NOT NULL,
        undone_at timestamptz,
        undone_reason text,
        CONSTRAINT payments_pkey PRIMARY KEY (id),
        CONSTRAINT payments_pence_check CHECK (pence > 0)
      )`);
    await query.query('CREATE INDEX payments_customer_idx ON payments (customer_id)');
    await query.query(`
      CREATE TABLE settlements (
        id uuid NOT NULL,
        customer_id uuid NOT NULL REFERENCES customers (id),
        payment_id uuid REFERENCES payments (id),
        credit_note_id uuid REFERENCES documents (id),
        invoice_id uuid REFERENCES documents (id),
        refund_id uuid REFERENCES payments (id),
        pence integer NOT NULL,
        made_at timestamptz NOT NULL,
        undone_at timestamptz,
        CONSTRAINT settlements_pkey PRIMARY KEY (id),
        CONSTRAINT settlements_from_check CHECK ((payment_id IS NULL) <> (credit_note_id IS NULL)),
        CONSTRAINT settlements_to_check CHECK ((invoice_id IS NULL) <> (refund_id IS NULL)),
        CONSTRAINT settlements_pence_check CHECK (pence > 0)
      )`);
    await query.query('CREATE INDEX settlements_customer_idx ON settlements (customer_id)');
    await query.query('CREATE INDEX settlements_invoice_idx ON settlements (invoice_id)');
    // What was issued stays as it was issued, whoever writes to the table.
    await query.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'an issued document never changes: issue a credit note';
      END $$`);
    for (const table of ['documents', 'document_lines']) {
      await query.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    // Numbers without gaps: the next one is taken in the transaction that issues the document, and given back with it. A
    // function of its own, so that a test can take the lock away and see a number given twice.
    await query.query(`
      CREATE FUNCTION next_number(series text) RETURNS integer LANGUAGE sql AS $$
        UPDATE document_series SET last = last + 1 WHERE name = series RETURNING last
      $$`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP FUNCTION next_number(text)');
    await query.query(
      'DROP TABLE settlements, payments, document_lines, documents, document_series, customers',
    );
    await query.query('DROP FUNCTION refuse_change()');
  }
}
