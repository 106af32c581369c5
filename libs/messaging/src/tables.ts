import { DeadLetterRow } from './dead-letter.entity.js';
import { InboxRow } from './inbox.entity.js';
import { OutboxRow } from './outbox.entity.js';
import { OutboxTargetRow } from './outbox-target.entity.js';

/** For the data source of every app that sends or receives messages. */
export const messageEntities = [OutboxRow, OutboxTargetRow, InboxRow, DeadLetterRow] as const;

/** The channel on which a schema's outbox announces new rows. */
export function outboxChannel(schema: string): string {
  return `${schema}_outbox`;
}

const statements = [
  `CREATE TABLE outbox (
    id uuid NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    type text NOT NULL,
    aggregate_id text NOT NULL,
    aggregate_version integer NOT NULL,
    correlation_id text NOT NULL,
    at timestamptz NOT NULL,
    payload jsonb NOT NULL,
    consumers text[] NOT NULL,
    claim uuid,
    leased_until timestamptz,
    delivered_at timestamptz,
    CONSTRAINT outbox_pkey PRIMARY KEY (id)
  )`,
  // What is still to be delivered, in order; what of it is being delivered.
  'CREATE INDEX outbox_waiting_idx ON outbox (position) WHERE delivered_at IS NULL',
  'CREATE INDEX outbox_claimed_idx ON outbox (claim) WHERE claim IS NOT NULL',
  // Old rows are deleted.
  'CREATE INDEX outbox_delivered_at_idx ON outbox (delivered_at) WHERE delivered_at IS NOT NULL',
  // A message's way through the services.
  'CREATE INDEX outbox_correlation_id_idx ON outbox (correlation_id)',
  // The relay hears of new rows when their transaction commits.
  `CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify(TG_TABLE_SCHEMA || '_outbox', '');
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER outbox_announce AFTER INSERT ON outbox
   FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox()`,
  // See Claims.claim. How much waits changes faster than PostgreSQL's knowledge of it, so its parts leave the planner no
  // choice that is bad when that is wrong.
  `CREATE FUNCTION claim_outbox(token uuid, most integer, seconds integer) RETURNS SETOF outbox
   LANGUAGE plpgsql AS $$
  DECLARE
    busy text[];
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('claim_outbox', 'outbox'::regclass::oid::bigint));
    busy := ARRAY(
      SELECT DISTINCT aggregate_id FROM outbox WHERE claim IS NOT NULL AND leased_until >= clock_timestamp()
    );
    RETURN QUERY
      UPDATE outbox SET claim = token, leased_until = clock_timestamp() + make_interval(secs => seconds)
      WHERE id IN (
        SELECT o.id FROM outbox o
        WHERE o.delivered_at IS NULL AND (o.leased_until IS NULL OR o.leased_until < clock_timestamp())
          AND o.aggregate_id <> ALL (busy)
        ORDER BY o.position LIMIT most
        FOR UPDATE SKIP LOCKED
      )
      RETURNING *;
  END $$`,
  `CREATE TABLE outbox_target (
    one boolean NOT NULL,
    identity text NOT NULL,
    CONSTRAINT outbox_target_pkey PRIMARY KEY (one),
    CONSTRAINT outbox_target_one_check CHECK (one)
  )`,
  `CREATE TABLE inbox (
    message_id uuid NOT NULL,
    type text NOT NULL,
    correlation_id text NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pkey PRIMARY KEY (message_id)
  )`,
  'CREATE INDEX inbox_handled_at_idx ON inbox (handled_at)',
  'CREATE INDEX inbox_correlation_id_idx ON inbox (correlation_id)',
  `CREATE TABLE dead_letters (
    id uuid NOT NULL,
    type text NOT NULL,
    correlation_id text,
    message jsonb NOT NULL,
    error text NOT NULL,
    attempts integer NOT NULL,
    died_at timestamptz NOT NULL DEFAULT now(),
    requeued_at timestamptz,
    CONSTRAINT dead_letters_pkey PRIMARY KEY (id)
  )`,
  'CREATE INDEX dead_letters_died_at_idx ON dead_letters (died_at)',
  'CREATE INDEX dead_letters_correlation_id_idx ON dead_letters (correlation_id)',
];

interface Queryable {
  query(statement: string): Promise<unknown>;
}

/** Makes the tables that messages need, in the app's own schema; for a migration of the app. */
export async function createMessageTables(query: Queryable): Promise<void> {
  for (const statement of statements) await query.query(statement);
}

/** Undoes {@link createMessageTables}. */
export async function dropMessageTables(query: Queryable): Promise<void> {
  await query.query('DROP FUNCTION claim_outbox(uuid, integer, integer)');
  await query.query('DROP TABLE dead_letters, inbox, outbox_target, outbox');
  await query.query('DROP FUNCTION announce_outbox()');
}

/** Adds to the inbox when a message was sent and how long it took; for a migration of the app. */
export async function addMessageTimes(query: Queryable): Promise<void> {
  // Rows from before have neither.
  await query.query('ALTER TABLE inbox ADD sent_at timestamptz, ADD took_ms integer');
  // How long it took is noted a moment later: with room for that beside the row, no index has to be touched again.
  await query.query('ALTER TABLE inbox SET (fillfactor = 50)');
}

/** Undoes {@link addMessageTimes}. */
export async function dropMessageTimes(query: Queryable): Promise<void> {
  await query.query('ALTER TABLE inbox RESET (fillfactor)');
  await query.query('ALTER TABLE inbox DROP sent_at, DROP took_ms');
}
