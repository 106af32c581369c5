import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlanStock1764100601000 implements MigrationInterface {
  name = 'PlanStock1764100601000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE stock_transports (
        id uuid NOT NULL,
        exhibition_id uuid REFERENCES exhibitions (id) ON DELETE SET NULL,
        from_place_id uuid NOT NULL REFERENCES stock_places (id),
        to_place_id uuid NOT NULL REFERENCES stock_places (id),
        carrier_name text NOT NULL,
        carrier_email text,
        carrier_person_id text,
        planned_at timestamptz NOT NULL,
        note text NOT NULL DEFAULT '',
        status text NOT NULL,
        act_id uuid REFERENCES stock_acts (id),
        CONSTRAINT stock_transports_pkey PRIMARY KEY (id),
        CONSTRAINT stock_transports_places_check CHECK (from_place_id <> to_place_id)
      )`);
    // What is carried next, first.
    await query.query('CREATE INDEX stock_transports_planned_idx ON stock_transports (planned_at)');
    // What somebody carries, for merging and for forgetting them.
    await query.query(
      'CREATE INDEX stock_transports_carrier_idx ON stock_transports (carrier_person_id) WHERE carrier_person_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE stock_transport_items (
        transport_id uuid NOT NULL REFERENCES stock_transports (id) ON DELETE CASCADE,
        item_id uuid NOT NULL REFERENCES stock_items (id),
        quantity integer NOT NULL,
        CONSTRAINT stock_transport_items_pkey PRIMARY KEY (transport_id, item_id),
        CONSTRAINT stock_transport_items_quantity_check CHECK (quantity > 0)
      )`);
    await query.query(`
      CREATE TABLE stock_packing (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        item_id uuid NOT NULL REFERENCES stock_items (id),
        quantity integer NOT NULL,
        from_place_id uuid NOT NULL REFERENCES stock_places (id),
        into_place_id uuid NOT NULL REFERENCES stock_places (id),
        act_id uuid REFERENCES stock_acts (id),
        CONSTRAINT stock_packing_pkey PRIMARY KEY (id),
        CONSTRAINT stock_packing_quantity_check CHECK (quantity > 0),
        CONSTRAINT stock_packing_places_check CHECK (from_place_id <> into_place_id)
      )`);
    // The same thing is on a list once for each way into a box.
    await query.query(
      'CREATE UNIQUE INDEX stock_packing_line_key ON stock_packing (exhibition_id, item_id, from_place_id, into_place_id)',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE stock_packing, stock_transport_items, stock_transports');
  }
}
