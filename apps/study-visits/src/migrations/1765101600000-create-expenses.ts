import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExpenses1765101600000 implements MigrationInterface {
  name = 'CreateExpenses1765101600000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE expense_rates (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        currency text NOT NULL,
        from_day date NOT NULL,
        per_pound numeric(13, 6) NOT NULL,
        source text NOT NULL,
        stated_by_id text,
        stated_by_name text NOT NULL,
        stated_at timestamptz NOT NULL,
        CONSTRAINT expense_rates_pkey PRIMARY KEY (id),
        CONSTRAINT expense_rates_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits (id) ON DELETE CASCADE,
        CONSTRAINT expense_rates_per_pound_check CHECK (per_pound > 0)
      )`);
    // A day has one rate of a currency; it is looked for by visit, currency and day.
    await query.query(
      'CREATE UNIQUE INDEX expense_rates_day_key ON expense_rates (visit_id, currency, from_day)',
    );
    await query.query(`
      CREATE TABLE expenses (
        id uuid NOT NULL,
        visit_id uuid NOT NULL,
        number integer NOT NULL,
        traveller_id uuid,
        person_id text,
        person_name text NOT NULL,
        day date NOT NULL,
        what text NOT NULL,
        currency text NOT NULL,
        amount_minor integer NOT NULL,
        per_pound numeric(13, 6),
        rate_from date,
        rate_source text NOT NULL,
        pence integer NOT NULL,
        paid_with text NOT NULL,
        for_whom text NOT NULL,
        for_words text NOT NULL,
        no_receipt_why text NOT NULL,
        receipt_name text,
        receipt_type text,
        receipt_digest text,
        state text NOT NULL,
        budget_line_id uuid,
        written_at timestamptz NOT NULL,
        sent_at timestamptz,
        decided_at timestamptz,
        decided_by_id text,
        decided_by_name text NOT NULL,
        refused_why text NOT NULL,
        paid_on date,
        paid_reference text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT expenses_pkey PRIMARY KEY (id),
        CONSTRAINT expenses_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visits (id) ON DELETE CASCADE,
        CONSTRAINT expenses_traveller_id_fkey FOREIGN KEY (traveller_id) REFERENCES travellers (id) ON DELETE CASCADE,
        CONSTRAINT expenses_budget_line_id_fkey FOREIGN KEY (budget_line_id) REFERENCES visit_budget_lines (id)
          ON DELETE SET NULL,
        CONSTRAINT expenses_amounts_check CHECK (amount_minor > 0 AND pence >= 0),
        CONSTRAINT expenses_rate_check CHECK ((currency = 'GBP') = (per_pound IS NULL)),
        CONSTRAINT expenses_decided_check CHECK (
          (state IN ('agreed', 'refused', 'paid')) = (decided_at IS NOT NULL)),
        CONSTRAINT expenses_paid_check CHECK ((state = 'paid') = (paid_on IS NOT NULL))
      )`);
    // A visit's expenses are read as a whole, by number; no two have one.
    await query.query('CREATE UNIQUE INDEX expenses_number_key ON expenses (visit_id, number)');
    // A traveller reads their own, and so does whoever forgets them.
    await query.query(
      'CREATE INDEX expenses_traveller_idx ON expenses (traveller_id) WHERE traveller_id IS NOT NULL',
    );
    // The budget adds up by line, and a line that is deleted lets go of its expenses.
    await query.query(
      'CREATE INDEX expenses_line_idx ON expenses (budget_line_id) WHERE budget_line_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE expense_receipts (
        expense_id uuid NOT NULL,
        content bytea NOT NULL,
        CONSTRAINT expense_receipts_pkey PRIMARY KEY (expense_id),
        CONSTRAINT expense_receipts_expense_id_fkey FOREIGN KEY (expense_id) REFERENCES expenses (id)
          ON DELETE CASCADE
      )`);
    // Pictures and PDFs are compressed already: to try again costs time and saves nothing.
    await query.query('ALTER TABLE expense_receipts ALTER COLUMN content SET STORAGE EXTERNAL');
    await query.query(`
      CREATE TABLE expense_sharers (
        expense_id uuid NOT NULL,
        traveller_id uuid NOT NULL,
        CONSTRAINT expense_sharers_pkey PRIMARY KEY (expense_id, traveller_id),
        CONSTRAINT expense_sharers_expense_id_fkey FOREIGN KEY (expense_id) REFERENCES expenses (id)
          ON DELETE CASCADE,
        CONSTRAINT expense_sharers_traveller_id_fkey FOREIGN KEY (traveller_id) REFERENCES travellers (id)
          ON DELETE CASCADE
      )`);
    // Deleting a traveller looks for theirs.
    await query.query('CREATE INDEX expense_sharers_traveller_idx ON expense_sharers (traveller_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE expense_sharers');
    await query.query('DROP TABLE expense_receipts');
    await query.query('DROP TABLE expenses');
    await query.query('DROP TABLE expense_rates');
  }
}
