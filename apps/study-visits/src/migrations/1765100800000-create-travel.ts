import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTravel1765100800000 implements MigrationInterface {
  name = 'CreateTravel1765100800000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE legs (
        id uuid NOT NULL,
        visit_id uuid NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
        kind text NOT NULL,
        way text NOT NULL,
        title text NOT NULL,
        carrier text,
        from_name text NOT NULL,
        from_point jsonb,
        to_name text NOT NULL,
        to_point jsonb,
        departs_at timestamptz NOT NULL,
        departs_zone text NOT NULL,
        arrives_at timestamptz NOT NULL,
        arrives_zone text NOT NULL,
        change_minutes integer NOT NULL,
        border_minutes integer NOT NULL,
        meeting_point text,
        meet_minutes integer,
        luggage text,
        vehicle text,
        seats integer,
        note text,
        status text NOT NULL,
        status_reason text,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT legs_pkey PRIMARY KEY (id),
        CONSTRAINT legs_order_check CHECK (arrives_at > departs_at),
        CONSTRAINT legs_numbers_check
          CHECK (seats >= 1 AND change_minutes >= 0 AND border_minutes >= 0 AND meet_minutes >= 0),
        CONSTRAINT legs_cancelled_check CHECK ((status = 'cancelled') = (status_reason IS NOT NULL))
      )`);
    // A visit's legs are read together, in the order in which they depart.
    await query.query('CREATE INDEX legs_visit_idx ON legs (visit_id, departs_at)');
    await query.query(`
      CREATE TABLE leg_travellers (
        leg_id uuid NOT NULL REFERENCES legs (id) ON DELETE CASCADE,
        traveller_id uuid NOT NULL REFERENCES travellers (id) ON DELETE CASCADE,
        booking_reference text,
        seat text,
        CONSTRAINT leg_travellers_pkey PRIMARY KEY (leg_id, traveller_id)
      )`);
    // No two have the same seat.
    await query.query(
      'CREATE UNIQUE INDEX leg_travellers_seat_key ON leg_travellers (leg_id, seat) WHERE seat IS NOT NULL',
    );
    // Somebody's own legs, for their page and for forgetting them.
    await query.query('CREATE INDEX leg_travellers_traveller_idx ON leg_travellers (traveller_id)');
    await query.query(`
      CREATE TABLE own_travel (
        traveller_id uuid NOT NULL REFERENCES travellers (id) ON DELETE CASCADE,
        way text NOT NULL,
        place text NOT NULL,
        at timestamptz NOT NULL,
        zone text NOT NULL,
        words text,
        CONSTRAINT own_travel_pkey PRIMARY KEY (traveller_id, way)
      )`);
    await query.query(`
      CREATE TABLE told_travel (
        traveller_id uuid NOT NULL REFERENCES travellers (id) ON DELETE CASCADE,
        told_at timestamptz NOT NULL,
        number integer NOT NULL,
        legs jsonb NOT NULL,
        CONSTRAINT told_travel_pkey PRIMARY KEY (traveller_id)
      )`);
    await query.query(`
      CREATE TABLE sent_manifests (
        id uuid NOT NULL,
        leg_id uuid NOT NULL REFERENCES legs (id) ON DELETE CASCADE,
        number integer NOT NULL,
        sent_at timestamptz NOT NULL,
        facts jsonb NOT NULL,
        places jsonb NOT NULL,
        CONSTRAINT sent_manifests_pkey PRIMARY KEY (id)
      )`);
    // The last that was sent is looked for; no two of a leg have one number.
    await query.query('CREATE UNIQUE INDEX sent_manifests_number_key ON sent_manifests (leg_id, number)');
    await query.query(`
      CREATE TABLE driver_links (
        id uuid NOT NULL,
        leg_id uuid NOT NULL REFERENCES legs (id) ON DELETE CASCADE,
        secret_hash bytea NOT NULL,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT driver_links_pkey PRIMARY KEY (id)
      )`);
    // A leg's links are listed for staff; a link is looked up by what is kept of its secret.
    await query.query('CREATE INDEX driver_links_leg_idx ON driver_links (leg_id)');
    await query.query('CREATE UNIQUE INDEX driver_links_secret_key ON driver_links (secret_hash)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DROP TABLE driver_links, sent_manifests, told_travel, own_travel, leg_travellers, legs',
    );
  }
}
