import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from './ask.ts';
import type { Site } from './site.ts';

/** Somebody who follows the event. */
export interface Follower {
  readonly id: string;
  readonly address: string;
}

/** How long the messages about so many people may take, in milliseconds. */
const patience = 120_000;

/** Makes somebody of the staff, with an API token for the calendar. @returns the token */
export async function hireStaff({ database }: Site): Promise<string> {
  const token = `nea_${randomBytes(32).toString('base64url')}`;
  await ask(
    database.url('members'),
    `WITH person AS (
       INSERT INTO people (id, name, version, created_at, changed_at)
       VALUES ($1, 'Sam Example', 1, now(), now()) RETURNING id
     ), granted AS (
       INSERT INTO grants (person_id, role, granted_at) SELECT id, 'staff', now() FROM person
     ), addressed AS (
       INSERT INTO emails (address, person_id, verified_at, is_primary)
       SELECT 'sam@network.example', id, now(), true FROM person
     )
     INSERT INTO api_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at)
     SELECT gen_random_uuid(), id, 'Faults', $2, $3, now(), now() + interval '1 day' FROM person`,
    [
      randomUUID(),
      createHash('sha256').update(token).digest('base64url'),
      JSON.stringify([{ app: 'events-calendar', access: 'write' }]),
    ],
  );
  return token;
}

/** Has `members` tell the other services of so many people, and waits until each knows all of them. */
export async function tellOfPeople({ database }: Site, count: number): Promise<Follower[]> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    address: `follower-${index + 1}@example.org`,
  }));
  await ask(
    database.url('members'),
    `INSERT INTO outbox (id, type, aggregate_id, aggregate_version, correlation_id, at, payload, consumers)
     SELECT gen_random_uuid(), 'members.person-changed.v1', id, 1, 'faults', clock_timestamp(),
       jsonb_build_object('id', id, 'name', 'Follower Example', 'preferredName', NULL, 'pronouns', NULL,
         'email', address, 'phone', NULL, 'jobTitle', NULL, 'roles', '[]'::jsonb, 'affiliations', '[]'::jsonb,
         'seats', '[]'::jsonb, 'mergedInto', NULL),
       '{events-calendar,mailer}'
     FROM jsonb_to_recordset($1) AS person (id uuid, address text)`,
    [JSON.stringify(people)],
  );
  const end = performance.now() + patience;
  for (;;) {
    const [known] = await ask<{ least: number }>(
      database.adminUrl,
      `SELECT least((SELECT count(*) FROM events_calendar.people), (SELECT count(*) FROM mailer.people))::int AS least`,
    );
    if ((known?.least ?? 0) >= count) return people;
    if (performance.now() > end) throw new Error(`only ${known?.least} of ${count} people are known`);
    await wait(200);
  }
}

/** Has all of them follow the event from now on, without the mails that they would get for it one by one. */
export async function follow({ database }: Site, ref: string, followers: readonly Follower[]): Promise<void> {
  await ask(
    database.url('events-calendar'),
    `INSERT INTO follows (id, person_id, event_id, known_version, since)
     SELECT gen_random_uuid(), person_id, events.id, events.version, now()
     FROM events, unnest($2::text[]) AS person_id WHERE ref = $1`,
    [ref, followers.map(({ id }) => id)],
  );
}
