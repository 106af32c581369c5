import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { createTestDatabase, startSystem, type ReceivedMail, type System } from '#launcher';
import type { EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import { apiPath } from '../../../apps/events-calendar/src/api/addresses.js';
import { until } from '../../until.js';
import { runDue, wakeFor } from '../../run-due.js';
import { startIdentity, staffPerson, type Person } from '../signed-in.js';

const zone = 'Europe/London';

/** Somebody whose mail arrives. */
export interface Follower extends Person {
  readonly id: string;
  readonly address: string;
}

/** The calendar in two replicas, the mailer and a mail server. */
export interface Reminding {
  readonly system: System;
  /** Makes a person whom the mailer can reach. */
  person(this: void, name: string): Promise<Follower>;
  /** Makes and publishes an event far away. */
  publish(this: void, title: string, different?: object): Promise<EventOutput>;
  /** Moves an event, or says otherwise how it is to be from now on. */
  change(this: void, ref: string, different: object): Promise<void>;
  /** Calls an event off, or the like. */
  status(this: void, ref: string, json: object): Promise<void>;
  follow(this: void, who: Follower, ref: string, reminders: readonly number[], scope?: string): Promise<void>;
  /** As the last, for what is followed already. */
  choose(this: void, who: Follower, reminders: readonly number[]): Promise<void>;
  /** Somebody has been waiting for a reminder for long of what they follow. */
  choseLongAgo(this: void, who: Follower, daysBefore: number): Promise<void>;
  /** What has been done so far was done long ago. */
  longAgo(this: void): Promise<void>;
  /** Has reminders looked after now, and waits until all mails asked for have arrived. */
  remind(this: void): Promise<void>;
  /** Has reminders looked after now. */
  wake(this: void): Promise<void>;
  /** The reminders that somebody has had. */
  remindersOf(this: void, who: Follower): readonly ReceivedMail[];
  ask(
    this: void,
    path: string,
    who: Follower,
    fields?: readonly (readonly [string, string])[],
  ): Promise<Response>;
  query<Row extends pg.QueryResultRow>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Both replicas of the calendar die. */
  down(this: void): Promise<void>;
  up(this: void): Promise<void>;
  stop(this: void): Promise<void>;
}

/** So long from now, as a form takes it: “2026-06-01T14:00”. */
export function fromNow(duration: Temporal.DurationLike): string {
  const moment = Temporal.Now.zonedDateTimeISO(zone).add(duration);
  return moment.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** An hour at that time; or two, where it would end in the one that spring leaves out. */
export const hourAt = (start: string) => ({
  start,
  end: Temporal.PlainDateTime.from(start)
    .add({ hours: 1 })
    .toZonedDateTime(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' }),
  zone,
});

const newEvent = (title: string) => ({
  title,
  kind: 'meeting',
  format: 'in person',
  when: hourAt(fromNow({ days: 60 })),
  place: { name: 'Town Hall', address: 'Rochdale', coordinates: null },
  audience: 'public',
});

export async function startReminding(): Promise<Reminding> {
  const identity = await startIdentity();
  const database = await createTestDatabase();
  // Changes are not told meanwhile, so that every mail is a reminder.
  const env = { ...identity.env, NOTICE_WINDOW: '86400' };
  const system = await startSystem({ apps: ['events-calendar', 'mailer'], mailbox: true, database, env });
  const replica = await startSystem({ apps: ['events-calendar'], database, env });
  const client = new pg.Client({ connectionString: system.adminUrl });
  await client.connect();
  const url = system.urls['events-calendar'] ?? '';

  const query: Reminding['query'] = async <Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ) => (await client.query<Row>(sql, [...values])).rows;

  const staff = async (method: string, path: string, json: object): Promise<EventOutput> => {
    const current = await fetch(`${url}${apiPath}${path.replace(/(\/occurrences\/[^/]+)?\/status$/, '')}`, {
      headers: await identity.headers({ ...staffPerson, via: 'api' }),
    });
    const response = await fetch(`${url}${apiPath}${path}`, {
      method,
      headers: {
        ...(await identity.headers({ ...staffPerson, via: 'api' })),
        'content-type': 'application/json',
        'if-match': current.headers.get('etag') ?? '*',
      },
      body: JSON.stringify(json),
    });
    const body = (await response.json()) as EventOutput;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(body)}`);
    return body;
  };

  const ask: Reminding['ask'] = async (path, who, fields) =>
    fetch(`${url}${path}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', ...(await identity.headers(who)) },
      ...(fields && {
        method: 'POST',
        body: new URLSearchParams(fields.map(([key, value]) => [key, value])),
      }),
    });
  const send = async (path: string, who: Follower, fields: readonly (readonly [string, string])[]) => {
    const response = await ask(path, who, fields);
    if (response.status !== 303) throw new Error(`${path} answered ${response.status}`);
  };
  const boxes = (reminders: readonly number[]) =>
    reminders.map((days) => ['reminders', String(days)] as const);

  const arrived = async () => {
    const [row] = await query<{ done: boolean }>(
      `SELECT (SELECT coalesce(sum(total), 0) FROM events_calendar.told_mailings)
           = (SELECT count(*) FROM mailer.mails WHERE mailing_id IS NOT NULL)
         AND NOT EXISTS (SELECT FROM mailer.mails WHERE next_attempt_at IS NOT NULL) AS done`,
    );
    return row?.done === true;
  };

  return {
    system,
    ask,
    query,
    person: async (name) => {
      const id = randomUUID();
      const address = `${name.toLowerCase()}@example.org`;
      await query('INSERT INTO mailer.people (id, name, address, version) VALUES ($1, $2, $3, 1)', [
        id,
        `${name} Example`,
        address,
      ]);
      return { id, name: `${name} Example`, roles: ['person'], address };
    },
    publish: async (title, different = {}) => {
      const { ref } = await staff('POST', '/events', { ...newEvent(title), ...different });
      return staff('POST', `/events/${ref}/status`, { status: 'published' });
    },
    change: async (ref, different) => {
      const [event] = await query<{ title: string }>(
        'SELECT title FROM events_calendar.events WHERE ref = $1',
        [ref],
      );
      await staff('PUT', `/events/${ref}`, { ...newEvent(event?.title ?? ''), ...different });
    },
    status: async (ref, json) => void (await staff('POST', `/events/${ref}/status`, json)),
    follow: (who, ref, reminders, scope = 'event') =>
      send(`/calendar/events/${ref}/follow`, who, [['scope', scope], ...boxes(reminders)]),
    choseLongAgo: async (who, daysBefore) => {
      await query(
        `INSERT INTO events_calendar.follow_reminders (follow_id, days_before, since)
         SELECT id, $2, now() - interval '40 days' FROM events_calendar.follows WHERE person_id = $1`,
        [who.id, daysBefore],
      );
    },
    choose: async (who, reminders) => {
      const [follow] = await query<{ id: string }>(
        'SELECT id FROM events_calendar.follows WHERE person_id = $1',
        [who.id],
      );
      await send(`/calendar/following/${follow?.id}/reminders`, who, boxes(reminders));
    },
    longAgo: async () => {
      await query(
        `UPDATE events_calendar.follow_reminders SET since = since - interval '40 days'
         WHERE since > now() - interval '30 days'`,
      );
      await query(
        `UPDATE events_calendar.event_revisions SET at = at - interval '40 days' WHERE at > now() - interval '30 days'`,
      );
    },
    remind: async () => {
      await runDue(system, 'events-calendar', 'send-reminders');
      await until(arrived);
    },
    wake: () => wakeFor(system, 'events-calendar', 'send-reminders'),
    remindersOf: ({ address }) =>
      system.mailbox
        .all()
        .filter(({ to, subject }) => to.includes(address) && subject.startsWith('Reminder: ')),
    down: async () => {
      await Promise.all([system.kill('events-calendar'), replica.kill('events-calendar')]);
    },
    up: async () => {
      await Promise.all([system.restart('events-calendar'), replica.restart('events-calendar')]);
    },
    stop: async () => {
      await client.end();
      await replica.stop();
      await system.stop();
      await database.drop();
      await identity.stop();
    },
  };
}
