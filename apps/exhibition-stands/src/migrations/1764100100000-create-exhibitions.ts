import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateExhibitions1764100100000 implements MigrationInterface {
  name = 'CreateExhibitions1764100100000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE exhibitions (
        id uuid NOT NULL,
        slug text NOT NULL,
        title text NOT NULL,
        host text NOT NULL,
        city text NOT NULL,
        venue text,
        hall text,
        stand_number text,
        zone text NOT NULL,
        first_day date NOT NULL,
        last_day date NOT NULL,
        status text NOT NULL,
        status_reason text,
        summary text NOT NULL,
        description text NOT NULL,
        contacts jsonb NOT NULL DEFAULT '[]',
        passes_needed boolean NOT NULL,
        walking_minutes integer NOT NULL,
        swaps_need_approval boolean NOT NULL,
        rules jsonb NOT NULL DEFAULT '{}',
        weights jsonb NOT NULL DEFAULT '{}',
        sketch jsonb,
        copied_from uuid,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT exhibitions_pkey PRIMARY KEY (id),
        CONSTRAINT exhibitions_days_check CHECK (last_day >= first_day),
        CONSTRAINT exhibitions_walking_check CHECK (walking_minutes >= 0)
      )`);
    // An exhibition's address names it.
    await query.query('CREATE UNIQUE INDEX exhibitions_slug_key ON exhibitions (slug)');
    await query.query(`
      CREATE TABLE exhibition_days (
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        day date NOT NULL,
        kind text NOT NULL,
        opens time(0) NOT NULL,
        closes time(0) NOT NULL,
        CONSTRAINT exhibition_days_pkey PRIMARY KEY (exhibition_id, day, kind)
      )`);
    await query.query(`
      CREATE TABLE team_members (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        person_id text,
        name text NOT NULL,
        email text,
        organisation_id text,
        organisation_name text,
        status text NOT NULL,
        secret_hash bytea NOT NULL,
        invited_at timestamptz,
        answered_at timestamptz,
        arrives_at timestamptz,
        departs_at timestamptz,
        wished_minutes integer,
        most_minutes_a_day integer,
        experience text NOT NULL,
        skills text[] NOT NULL DEFAULT '{}',
        note text NOT NULL DEFAULT '',
        version integer NOT NULL,
        CONSTRAINT team_members_pkey PRIMARY KEY (id)
      )`);
    // Nobody is in a team twice, and its page, the board and the rota read the whole team of one exhibition.
    await query.query(
      'CREATE UNIQUE INDEX team_members_email_key ON team_members (exhibition_id, lower(email)) WHERE email IS NOT NULL',
    );
    await query.query('CREATE INDEX team_members_exhibition_idx ON team_members (exhibition_id)');
    // A mailed link is looked up by what is kept of it.
    await query.query('CREATE UNIQUE INDEX team_members_secret_key ON team_members (secret_hash)');
    // A person's stands, for their own page, for merging and for forgetting them.
    await query.query(
      'CREATE INDEX team_members_person_idx ON team_members (person_id) WHERE person_id IS NOT NULL',
    );
    await query.query(`
      CREATE TABLE availability (
        id uuid NOT NULL,
        team_member_id uuid NOT NULL REFERENCES team_members (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        kind text NOT NULL,
        why text,
        CONSTRAINT availability_pkey PRIMARY KEY (id),
        CONSTRAINT availability_span_check CHECK (ends_at > starts_at)
      )`);
    // What somebody said is read and replaced as a whole.
    await query.query('CREATE INDEX availability_team_member_idx ON availability (team_member_id)');
    await query.query(`
      CREATE TABLE shifts (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        cover integer NOT NULL,
        leads integer NOT NULL,
        skills text[] NOT NULL DEFAULT '{}',
        label text NOT NULL DEFAULT '',
        source text NOT NULL,
        stand_event_id uuid,
        version integer NOT NULL,
        CONSTRAINT shifts_pkey PRIMARY KEY (id),
        CONSTRAINT shifts_span_check CHECK (ends_at > starts_at),
        CONSTRAINT shifts_cover_check CHECK (cover >= 0 AND leads BETWEEN 0 AND cover)
      )`);
    // The board, the rota and the pages of the day read an exhibition's shifts in the order of time.
    await query.query('CREATE INDEX shifts_exhibition_idx ON shifts (exhibition_id, starts_at)');
    // The lock of an exhibition: whatever counts (passes, places of a shift) or replaces its rota takes it first, after that
    // of the people.
    await query.query(`
      CREATE FUNCTION lock_exhibition(wanted uuid) RETURNS integer LANGUAGE sql AS
      'SELECT version FROM exhibitions WHERE id = wanted FOR NO KEY UPDATE'`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP FUNCTION lock_exhibition(uuid)');
    await query.query('DROP TABLE shifts, availability, team_members, exhibition_days, exhibitions');
  }
}
