import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sleeps where, whatever is proposed. */
export class PinRooms1765101201000 implements MigrationInterface {
  name = 'PinRooms1765101201000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE room_pins (
        sleeper_id uuid NOT NULL CONSTRAINT room_pins_pkey PRIMARY KEY
          CONSTRAINT room_pins_sleeper_id_fkey REFERENCES sleepers (id) ON DELETE CASCADE,
        visit_id uuid NOT NULL CONSTRAINT room_pins_visit_id_fkey REFERENCES visits (id) ON DELETE CASCADE,
        hotel_id uuid NOT NULL CONSTRAINT room_pins_hotel_id_fkey REFERENCES hotels (id) ON DELETE CASCADE,
        kind_id uuid CONSTRAINT room_pins_kind_id_fkey REFERENCES room_kinds (id) ON DELETE CASCADE
      )`);
    // All of a visit are read together.
    await query.query('CREATE INDEX room_pins_visit_idx ON room_pins (visit_id)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE room_pins');
  }
}
