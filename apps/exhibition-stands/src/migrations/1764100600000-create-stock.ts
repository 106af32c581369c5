import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStock1764100600000 implements MigrationInterface {
  name = 'CreateStock1764100600000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE stock_items (
        id uuid NOT NULL,
        name text NOT NULL,
        unit text NOT NULL,
        units text NOT NULL,
        reorder_level integer,
        note text NOT NULL DEFAULT '',
        version integer NOT NULL,
        CONSTRAINT stock_items_pkey PRIMARY KEY (id),
        CONSTRAINT stock_items_reorder_check CHECK (reorder_level >= 0)
      )`);
    // Two things of one name would be taken for each other.
    await query.query('CREATE UNIQUE INDEX stock_items_name_key ON stock_items (lower(name))');
    await query.query(`
      CREATE TABLE stock_places (
        id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        exhibition_id uuid REFERENCES exhibitions (id) ON DELETE SET NULL,
        note text NOT NULL DEFAULT '',
        version integer NOT NULL,
        CONSTRAINT stock_places_pkey PRIMARY KEY (id)
      )`);
    // What stands on a label leads to one place.
    await query.query('CREATE UNIQUE INDEX stock_places_code_key ON stock_places (code)');
    // What is on the stand of an exhibition.
    await query.query(
      'CREATE INDEX stock_places_exhibition_idx ON stock_places (exhibition_id) WHERE exhibition_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE stock_acts (
        id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        exhibition_id uuid REFERENCES exhibitions (id) ON DELETE SET NULL,
        place_id uuid REFERENCES stock_places (id),
        note text NOT NULL DEFAULT '',
        person_id text,
        team_member_id uuid REFERENCES team_members (id) ON DELETE SET NULL,
        by_name text NOT NULL,
        CONSTRAINT stock_acts_pkey PRIMARY KEY (id)
      )`);
    // What was used at an exhibition.
    await query.query(
      'CREATE INDEX stock_acts_exhibition_idx ON stock_acts (exhibition_id) WHERE exhibition_id IS NOT NULL',
    );
    // What somebody did, for merging and for forgetting them.
    await query.query(
      'CREATE INDEX stock_acts_person_idx ON stock_acts (person_id) WHERE person_id IS NOT NULL',
    );
    await query.query(
      'CREATE INDEX stock_acts_member_idx ON stock_acts (team_member_id) WHERE team_member_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE stock_movements (
        id uuid NOT NULL,
        act_id uuid NOT NULL REFERENCES stock_acts (id),
        item_id uuid NOT NULL REFERENCES stock_items (id),
        from_place_id uuid REFERENCES stock_places (id),
        to_place_id uuid REFERENCES stock_places (id),
        quantity integer NOT NULL,
        kind text NOT NULL,
        at timestamptz NOT NULL,
        corrects uuid REFERENCES stock_movements (id),
        CONSTRAINT stock_movements_pkey PRIMARY KEY (id),
        CONSTRAINT stock_movements_quantity_check CHECK (quantity > 0),
        CONSTRAINT stock_movements_places_check CHECK (from_place_id IS DISTINCT FROM to_place_id)
      )`);
    // The ledger of an item, of a place, and of an act, and what corrects a movement.
    await query.query('CREATE INDEX stock_movements_item_idx ON stock_movements (item_id, id)');
    await query.query('CREATE INDEX stock_movements_from_idx ON stock_movements (from_place_id, id)');
    await query.query('CREATE INDEX stock_movements_to_idx ON stock_movements (to_place_id, id)');
    await query.query('CREATE INDEX stock_movements_act_idx ON stock_movements (act_id)');
    await query.query(
      'CREATE INDEX stock_movements_corrects_idx ON stock_movements (corrects) WHERE corrects IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE stock_counts (
        act_id uuid NOT NULL REFERENCES stock_acts (id),
        item_id uuid NOT NULL REFERENCES stock_items (id),
        known integer NOT NULL,
        counted integer NOT NULL,
        CONSTRAINT stock_counts_pkey PRIMARY KEY (act_id, item_id),
        CONSTRAINT stock_counts_quantities_check CHECK (known >= 0 AND counted >= 0)
      )`);
    await query.query(`
      CREATE TABLE stock_levels (
        item_id uuid NOT NULL REFERENCES stock_items (id),
        place_id uuid NOT NULL REFERENCES stock_places (id),
        quantity integer NOT NULL,
        CONSTRAINT stock_levels_pkey PRIMARY KEY (item_id, place_id),
        CONSTRAINT stock_levels_quantity_check CHECK (quantity >= 0)
      )`);
    // What is in a place.
    await query.query('CREATE INDEX stock_levels_place_idx ON stock_levels (place_id)');
    // The ledger is written once. Who did something is not in it but in stock_acts, where a name can be forgotten.
    await query.query(`
      CREATE FUNCTION refuse_stock_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the ledger of the stock is only added to'; END
      $$`);
    for (const table of ['stock_movements', 'stock_counts']) {
      await query.query(`
        CREATE TRIGGER ${table}_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_stock_change()`);
    }
    // The levels of these items in these places, pair by pair, locked in the order of their ids until the transaction ends.
    await query.query(`
      CREATE FUNCTION lock_stock(items uuid[], places uuid[])
      RETURNS TABLE (item uuid, place uuid, quantity integer) LANGUAGE sql AS $$
        INSERT INTO stock_levels (item_id, place_id, quantity)
          SELECT DISTINCT i, p, 0 FROM unnest(items, places) AS wanted (i, p) ORDER BY i, p
          ON CONFLICT DO NOTHING;
        SELECT l.item_id, l.place_id, l.quantity FROM stock_levels l
          WHERE (l.item_id, l.place_id) IN (SELECT i, p FROM unnest(items, places) AS wanted (i, p))
          ORDER BY l.item_id, l.place_id FOR UPDATE
      $$`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP FUNCTION lock_stock(uuid[], uuid[])');
    await query.query(
      'DROP TABLE stock_levels, stock_counts, stock_movements, stock_acts, stock_places, stock_items',
    );
    await query.query('DROP FUNCTION refuse_stock_change()');
  }
}
