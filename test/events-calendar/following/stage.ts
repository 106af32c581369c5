import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { createTestDatabase, startSystem, type ReceivedMail, type System } from '#launcher';
import { apiPath } from '../../../apps/events-calendar/src/api/addresses.js';
import type { EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import { TestBrowser } from '../../members/browsing.js';
import { addPerson, addSession } from '../../members/sessions.js';
import { until } from '../../until.js';
import { runDue } from '../../run-due.js';
import { formIn } from '../staff-pages/form-in.js';
import {
  officerAt,
  organisation,
  person as toldPerson,
  startTelling,
  type Telling,
  type Told,
} from '../read-model/telling.js';

/** Somebody who is signed in, and whose mail arrives. */
export interface Follower {
  readonly id: string;
  readonly address: string;
  readonly browser: TestBrowser;
}

/** The whole site with its mail, and people who follow events. */
export interface Stage {
  readonly system: System;
  readonly telling: Telling;
  readonly staff: Follower;
  /** Starts the calendar once more beside the one that runs. */
  replica(this: void): Promise<System>;
  /** Somebody of a member organisation, unless `different` says otherwise; known to every service. */
  person(this: void, name: string, different?: Partial<Told>): Promise<Follower>;
  /** Makes and publishes an event. */
  publish(this: void, title: string, different?: object): Promise<EventOutput>;
  /** Says otherwise how an event is to be from now on. @returns the event as it is then */
  change(this: void, ref: string, different: object): Promise<EventOutput>;
  status(this: void, ref: string, json: object): Promise<void>;
  /** Calls one date off, or lets it take place after all. */
  date(this: void, ref: string, original: string, json: object): Promise<void>;
  /** Follows through the form on the page. */
  follow(this: void, who: Follower, ref: string, fields?: Record<string, string>): Promise<void>;
  /** Lets so many people follow an event whom mail can reach, without asking them. */
  crowd(this: void, ref: string, size: number): Promise<void>;
  /** Waits until all edits so far are noted. */
  noted(this: void): Promise<void>;
  /** Lets the time pass that notices wait, and waits until all mails have gone. */
  tell(this: void): Promise<void>;
  /** All mails to somebody that say so in their subject, the oldest first. */
  mails(this: void, who: Follower, subject?: RegExp): readonly ReceivedMail[];
  query<Row extends pg.QueryResultRow>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(this: void): Promise<void>;
}

/** An hour so many days from now, as the API takes it. */
export function hourIn(days: number, time = '10:00', zone = 'Europe/London') {
  const start = Temporal.Now.plainDateISO(zone).add({ days }).toPlainDateTime(Temporal.PlainTime.from(time));
  const local = (at: Temporal.PlainDateTime) => at.toString({ smallestUnit: 'minute' });
  return { start: local(start), end: local(start.add({ hours: 1 })), zone };
}

export const place = (name: string) => ({ name, address: null, coordinates: null });

export const newEvent = (title: string) => ({
  title,
  kind: 'meeting',
  format: 'in person',
  when: hourIn(60),
  place: place('Town Hall'),
  audience: 'public',
});

/** The calendar part of a mail: its method by the mail's own header, and its text unfolded. */
export function calendarIn(mail: ReceivedMail | undefined): {
  method: string;
  text: string;
  line(name: string): string;
} {
  const part = mail?.attachments.find(({ contentType }) => contentType === 'text/calendar');
  const text = (part?.content.toString('utf8') ?? '').replaceAll('\r\n ', '');
  const withoutZones = text.replaceAll(/BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n/gs, '');
  const method = /content-type:\s*text\/calendar;[^\n]*method="?(\w+)/i.exec(
    (mail?.source.toString('utf8') ?? '').replaceAll(/\r\n[ \t]+/g, ' '),
  )?.[1];
  return {
    method: method ?? 'none',
    text,
    line: (name) => new RegExp(`^${name}[;:](.*)\\r$`, 'm').exec(withoutZones)?.[1] ?? '',
  };
}

export async function startStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const database = await createTestDatabase();
  const settings = { NOTICE_WINDOW: '86400', ...env };
  const apps = ['shell', 'members', 'events-calendar', 'mailer'];
  const system = await startSystem({ apps, mailbox: true, database, env: settings });
  const replicas: System[] = [];
  const telling = await startTelling(system);
  const admin = new pg.Client({ connectionString: system.adminUrl });
  const members = new pg.Client({ connectionString: system.databaseUrl('members') });
  await Promise.all([admin.connect(), members.connect()]);
  const query: Stage['query'] = async <Row extends pg.QueryResultRow>(
    sql: string,
    values: readonly unknown[] = [],
  ) => (await admin.query<Row>(sql, [...values])).rows;

  const council = organisation();
  await telling.tell('members.organisation-changed.v1', 1, council);
  const isKnown = async (id: string) =>
    (await query('SELECT FROM mailer.people WHERE id = $1', [id])).length > 0;

  const signedIn = async (id: string, address: string): Promise<Follower> => {
    const browser = new TestBrowser(system);
    browser.cookies.set('session', (await addSession(members, address)).secret);
    return { id, address, browser };
  };
  const person: Stage['person'] = async (name, different = {}) => {
    const address = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
    const id = await addPerson(members, { name, address, roles: different.roles ?? [] });
    const told = toldPerson({ id, name, email: address, affiliations: officerAt(council.id), ...different });
    await telling.tell('members.person-changed.v1', 1, told);
    await until(() => isKnown(id));
    return signedIn(id, address);
  };
  const staff = await person('Sam Staff', { roles: ['staff'] });

  const api = async (method: string, path: string, json: object): Promise<EventOutput> => {
    const url = `${system.urls['shell']}${apiPath}${path}`;
    const cookie = `session=${staff.browser.cookies.get('session')}`;
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': randomUUID() };
    const shown = await fetch(url.replace(/(\/occurrences\/.*)?\/status$/, ''), { headers: { cookie } });
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        'content-type': 'application/json',
        'if-match': shown.headers.get('etag') ?? '*',
      },
      body: JSON.stringify(json),
    });
    const body = (await response.json()) as EventOutput;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(body)}`);
    return body;
  };

  const noted = () =>
    until(async () => {
      const left = await query(
        `SELECT FROM events_calendar.outbox o WHERE o.type LIKE 'events-calendar.event-%'
         AND NOT EXISTS (SELECT FROM events_calendar.inbox i WHERE i.message_id = o.id) LIMIT 1`,
      );
      return left.length === 0;
    });
  const arrived = () =>
    until(async () => {
      const [row] = await query<{ done: boolean }>(
        `SELECT (SELECT coalesce(sum(total), 0) FROM (SELECT DISTINCT id, total FROM events_calendar.told_mailings) told)
             + (SELECT count(*) FROM events_calendar.outbox WHERE type = 'events-calendar.mail-requested.v1')
             = (SELECT count(*) FROM mailer.mails WHERE kind <> 'sign-in')
           AND NOT EXISTS (SELECT FROM mailer.mails WHERE next_attempt_at IS NOT NULL) AS done`,
      );
      return row?.done === true;
    });

  return {
    system,
    telling,
    staff,
    person,
    query,
    replica: async () => {
      const replica = await startSystem({ apps: ['events-calendar'], database, env: settings });
      replicas.push(replica);
      return replica;
    },
    publish: async (title, different = {}) => {
      const { ref } = await api('POST', '/events', { ...newEvent(title), ...different });
      return api('POST', `/events/${ref}/status`, { status: 'published' });
    },
    change: async (ref, different) => {
      const [row] = await query<{ title: string }>(
        'SELECT title FROM events_calendar.events WHERE ref = $1',
        [ref],
      );
      return api('PUT', `/events/${ref}`, { ...newEvent(row?.title ?? ''), ...different });
    },
    status: async (ref, json) => void (await api('POST', `/events/${ref}/status`, json)),
    date: async (ref, original, json) =>
      void (await api('POST', `/events/${ref}/occurrences/${encodeURIComponent(original)}/status`, json)),
    follow: async ({ browser }, ref, fields = {}) => {
      const path = `/calendar/events/${ref}/follow`;
      const page = await browser.get(path);
      const answer = await browser.post(path, { ...formIn(page.html), ...fields });
      if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    },
    crowd: async (ref, size) => {
      await query(
        `WITH people AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, $2::int) n),
           known AS (INSERT INTO mailer.people (id, name, address, version)
             SELECT id, 'Person ' || n, 'person-' || n || '@example.org', 1 FROM people)
         INSERT INTO events_calendar.follows (id, person_id, event_id, known_version, since)
         SELECT gen_random_uuid(), p.id::text, e.id, e.version, now() FROM people p, events_calendar.events e
         WHERE e.ref = $1`,
        [ref, size],
      );
    },
    noted,
    tell: async () => {
      await noted();
      await query('UPDATE events_calendar.notices SET due_at = now() WHERE told_at IS NULL');
      await runDue(system, 'events-calendar', 'tell-followers');
      await arrived();
    },
    mails: ({ address }, subject = /./) =>
      system.mailbox.all().filter((mail) => mail.to.includes(address) && subject.test(mail.subject)),
    stop: async () => {
      await Promise.all([admin.end(), members.end(), telling.stop()]);
      await Promise.all([system, ...replicas].map((each) => each.stop()));
      await database.drop();
    },
  };
}
