import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvents1763769600000 implements MigrationInterface {
  name = 'CreateEvents1763769600000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE series (
        slug text NOT NULL,
        name text NOT NULL,
        CONSTRAINT series_pkey PRIMARY KEY (slug)
      )`);
    await query.query(`
      CREATE TABLE events (
        id uuid NOT NULL,
        ref text NOT NULL,
        uid text NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        format text NOT NULL,
        when_type text NOT NULL,
        starts_at timestamptz,
        ends_at timestamptz,
        first_day date,
        last_day date,
        month text,
        zone text NOT NULL,
        place_name text,
        place_address text,
        latitude double precision,
        longitude double precision,
        joining_url text,
        joining_shown_to text,
        description text NOT NULL,
        organiser_name text,
        organiser_email text,
        organiser_phone text,
        audience text NOT NULL,
        board text,
        series text,
        tags text[] NOT NULL,
        rule text,
        exceptions jsonb NOT NULL DEFAULT '[]',
        status text NOT NULL,
        status_reason text,
        replaced_by text,
        sequence integer NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT events_pkey PRIMARY KEY (id),
        CONSTRAINT events_when_check CHECK ((when_type = 'timed' AND starts_at IS NOT NULL AND ends_at >= starts_at)
   OR (when_type = 'all-day' AND first_day IS NOT NULL AND last_day >= first_day)
   OR (when_type = 'month' AND month IS NOT NULL))
      )`);
    // An event's address names it; two with the same would hide one another.
    await query.query('CREATE UNIQUE INDEX events_ref_key ON events (ref)');
    // RFC 5545 §3.8.4.7: globally unique; an import finds its events by it.
    await query.query('CREATE UNIQUE INDEX events_uid_key ON events (uid)');
    // A series' page and feed.
    await query.query('CREATE INDEX events_series_idx ON events (series)');
    // A tag's feed, and the what's-on filter.
    await query.query('CREATE INDEX events_tags_idx ON events USING gin (tags)');
    // The what's-on page's search box; the expression stands again, letter for letter, in list-occurrences.ts.
    await query.query(`
      CREATE INDEX events_search_idx ON events USING gin (
        to_tsvector('english', title || ' ' || coalesce(place_name, '') || ' ' || description)
      )`);
    await query.query(`
      CREATE TABLE occurrences (
        event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
        original text NOT NULL,
        starts timestamptz NOT NULL,
        ends timestamptz NOT NULL,
        when_type text NOT NULL,
        first_day date,
        last_day date,
        month text,
        zone text NOT NULL,
        title text,
        format text,
        place_name text,
        cancelled_reason text,
        CONSTRAINT occurrences_pkey PRIMARY KEY (event_id, original)
      )`);
    // Every list is cut and sorted by start; the event breaks ties, so that paging never repeats a row.
    await query.query('CREATE INDEX occurrences_starts_idx ON occurrences (starts, event_id)');
    // "Not over yet" is asked of the end.
    await query.query('CREATE INDEX occurrences_ends_idx ON occurrences (ends)');
    await query.query(`
      CREATE TABLE event_revisions (
        event_id uuid NOT NULL REFERENCES events (id) ON DELETE CASCADE,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        action text NOT NULL,
        reason text,
        changes jsonb NOT NULL,
        CONSTRAINT event_revisions_pkey PRIMARY KEY (event_id, version)
      )`);
    // Whatever changes an event or a series, by whatever way, what was made from it is made anew in every replica.
    await query.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('events_calendar_changed', '');
        RETURN NULL;
      END $$`);
    for (const table of ['events', 'series']) {
      await query.query(`
        CREATE TRIGGER ${table}_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE event_revisions, occurrences, events, series');
    await query.query('DROP FUNCTION announce_change()');
  }
}
