import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hotels of a visit, who sleeps where, searches for the best rooms, and the rooming lists that were sent. */
export class CreateRooms1765100600000 implements MigrationInterface {
  name = 'CreateRooms1765100600000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE hotels (
        id uuid NOT NULL CONSTRAINT hotels_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT hotels_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        name text NOT NULL,
        address text NOT NULL DEFAULT '',
        phone text NOT NULL DEFAULT '',
        needs_passports boolean NOT NULL,
        version integer NOT NULL
      )`);
    // A visit's hotels are read together.
    await query.query('CREATE INDEX hotels_visit_idx ON hotels (visit_id)');
    await query.query(`
      CREATE TABLE room_kinds (
        id uuid NOT NULL CONSTRAINT room_kinds_pkey PRIMARY KEY,
        hotel_id uuid NOT NULL CONSTRAINT room_kinds_hotel_id_fkey REFERENCES hotels (id) ON DELETE CASCADE,
        type text NOT NULL,
        accessible boolean NOT NULL,
        rooms integer NOT NULL,
        price_pence integer NOT NULL,
        otherwise jsonb NOT NULL,
        CONSTRAINT room_kinds_rooms_check CHECK (rooms >= 0),
        CONSTRAINT room_kinds_price_check CHECK (price_pence >= 0)
      )`);
    // One line for rooms that are alike; a hotel's are read together.
    await query.query('CREATE UNIQUE INDEX room_kinds_key ON room_kinds (hotel_id, type, accessible)');
    await query.query(`
      CREATE TABLE sleepers (
        id uuid NOT NULL CONSTRAINT sleepers_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT sleepers_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        traveller_id uuid CONSTRAINT sleepers_traveller_id_fkey REFERENCES travellers (id) ON DELETE CASCADE,
        title text NOT NULL DEFAULT '',
        forename text NOT NULL DEFAULT '',
        surname text NOT NULL DEFAULT '',
        nights text[],
        wish text,
        wish_with uuid[] NOT NULL,
        wish_named text[] NOT NULL,
        needs_accessible boolean NOT NULL,
        note text NOT NULL DEFAULT '',
        version integer NOT NULL,
        CONSTRAINT sleepers_wish_check CHECK (wish IN ('single', 'twin', 'any', 'double')),
        CONSTRAINT sleepers_own_id_check CHECK (traveller_id IS NULL OR traveller_id = id)
      )`);
    // All who sleep somewhere on a visit are read together.
    await query.query('CREATE INDEX sleepers_visit_idx ON sleepers (visit_id)');
    await query.query(`
      CREATE TABLE room_stays (
        sleeper_id uuid NOT NULL CONSTRAINT room_stays_sleeper_id_fkey REFERENCES sleepers (id) ON DELETE CASCADE,
        night date NOT NULL,
        visit_id uuid NOT NULL CONSTRAINT room_stays_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        kind_id uuid NOT NULL CONSTRAINT room_stays_kind_id_fkey REFERENCES room_kinds (id) ON DELETE CASCADE,
        key text NOT NULL,
        CONSTRAINT room_stays_pkey PRIMARY KEY (sleeper_id, night)
      )`);
    // A visit's rooms are read and replaced together.
    await query.query('CREATE INDEX room_stays_visit_idx ON room_stays (visit_id)');
    // Rooms that are given up are looked for by their kind.
    await query.query('CREATE INDEX room_stays_kind_idx ON room_stays (kind_id)');
    await query.query(`
      CREATE TABLE room_searches (
        id uuid NOT NULL CONSTRAINT room_searches_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT room_searches_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        status text NOT NULL,
        asked_by text,
        asked_at timestamptz NOT NULL,
        seconds integer NOT NULL,
        problem jsonb,
        progress jsonb,
        result jsonb,
        error text,
        attempts integer NOT NULL,
        seen_at timestamptz,
        finished_at timestamptz,
        is_used boolean NOT NULL DEFAULT false,
        CONSTRAINT room_searches_status_check
          CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled'))
      )`);
    // One search of a visit at a time.
    await query.query(
      'CREATE UNIQUE INDEX room_searches_open_key ON room_searches (visit_id) WHERE finished_at IS NULL',
    );
    // The last one is shown with the rooms.
    await query.query('CREATE INDEX room_searches_visit_idx ON room_searches (visit_id, asked_at)');
    await query.query(`
      CREATE TABLE rooming_lists (
        id uuid NOT NULL CONSTRAINT rooming_lists_pkey PRIMARY KEY,
        visit_id uuid NOT NULL CONSTRAINT rooming_lists_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        hotel_id uuid NOT NULL CONSTRAINT rooming_lists_hotel_id_fkey REFERENCES hotels (id) ON DELETE CASCADE,
        number integer NOT NULL,
        sent_to text NOT NULL,
        sent_at timestamptz NOT NULL,
        sent_by text,
        lines jsonb NOT NULL
      )`);
    // A hotel's lists are numbered, and the last is what the next is compared with.
    await query.query('CREATE UNIQUE INDEX rooming_lists_hotel_idx ON rooming_lists (hotel_id, number)');
    // Those of a visit are looked through when somebody is forgotten.
    await query.query('CREATE INDEX rooming_lists_visit_idx ON rooming_lists (visit_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE rooming_lists, room_searches, room_stays, sleepers, room_kinds, hotels');
  }
}
