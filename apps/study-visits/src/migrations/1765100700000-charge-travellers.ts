import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChargeTravellers1765100700000 implements MigrationInterface {
  name = 'ChargeTravellers1765100700000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE traveller_charges (
        id uuid NOT NULL,
        visit_id uuid NOT NULL CONSTRAINT traveller_charges_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        traveller_id uuid NOT NULL
          CONSTRAINT traveller_charges_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        kind text NOT NULL,
        net_pence integer NOT NULL,
        due_on date NOT NULL,
        organisation_id text,
        asked_at timestamptz NOT NULL,
        credit_asked_pence integer NOT NULL DEFAULT 0,
        invoice jsonb,
        CONSTRAINT traveller_charges_pkey PRIMARY KEY (id),
        CONSTRAINT traveller_charges_pence_check CHECK (net_pence > 0),
        CONSTRAINT traveller_charges_credit_check CHECK (credit_asked_pence BETWEEN 0 AND net_pence)
      )`);
    // Nothing is asked of anybody twice, and a traveller's own are read together.
    await query.query(
      'CREATE UNIQUE INDEX traveller_charges_traveller_key ON traveller_charges (traveller_id, kind)',
    );
    // Who owes what for a visit.
    await query.query('CREATE INDEX traveller_charges_visit_idx ON traveller_charges (visit_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE traveller_charges');
  }
}
