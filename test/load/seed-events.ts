import pg from 'pg';

/**
 * Fills the calendar with published public events from five years back to five years ahead, each of about the size of the
 * network's own, one occurrence each.
 */
export async function seedEvents(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('TRUNCATE events, occurrences, event_revisions');
    await client.query(
      `INSERT INTO events (id, ref, uid, title, kind, format, when_type, starts_at, ends_at, zone, place_name,
         place_address, description, audience, tags, status, sequence, version, created_at, changed_at)
       SELECT gen_random_uuid(), '2026-event-' || n, 'event-' || n || '@bench.example.org',
         'Meeting ' || n || ' of the co-operative neighbourhoods steering group',
         (ARRAY['meeting','online event','workshop','conference','launch'])[1 + n % 5],
         (ARRAY['in person','online','hybrid'])[1 + n % 3], 'timed',
         date_trunc('hour', now()) + make_interval(hours => ((n * 87600.0 / $1)::int - 43800)),
         date_trunc('hour', now()) + make_interval(hours => ((n * 87600.0 / $1)::int - 43798)),
         'Europe/London', 'City Hall, room ' || n % 40, 'Cathays Park, Cardiff CF10 3ND',
         repeat('Bring the papers of the last meeting, ' || n || '. ', 8), 'public',
         ARRAY['neighbourhoods'], 'published', 0, 1, now(), now()
       FROM generate_series(1, $1::int) AS n`,
      [count],
    );
    await client.query(
      `INSERT INTO occurrences (event_id, original, starts, ends, when_type, zone)
       SELECT id, '', starts_at, ends_at, 'timed', zone FROM events`,
    );
    await client.query('ANALYZE events, occurrences');
  } finally {
    await client.end();
  }
}
