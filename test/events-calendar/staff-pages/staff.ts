import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { startIdentity, staffPerson, type Person } from '../signed-in.js';

/** What a page answered. */
export interface Answer {
  readonly status: number;
  readonly html: string;
  /** Where a redirect leads; `null` for any other answer. */
  readonly location: string | null;
  /** The notice that the next page will show. */
  readonly notice: string | null;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The calendar with somebody signed in to it. */
export interface Staffed {
  readonly system: System;
  readonly url: string;
  get(this: void, path: string, person?: Person | null): Promise<Answer>;
  /** Sends a form as a browser does. */
  post(
    this: void,
    path: string,
    fields?: Fields,
    person?: Person | null,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** The headers that make a browser somebody's. */
  headers(this: void, person?: Person): Promise<Record<string, string>>;
  query<Row>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** How many rows each table has, to see that nothing was written. */
  rows(this: void): Promise<Record<string, number>>;
  /** Writes a draft with what is given put over {@link goodForm}. @returns the path of its page */
  write(this: void, fields?: Fields): Promise<string>;
  /** The hidden version in the form at a path. */
  version(this: void, path: string): Promise<string>;
  stop(this: void): Promise<void>;
}

/** Starts the calendar alone, on a database of its own. */
export async function startStaffed(): Promise<Staffed> {
  const identity = await startIdentity();
  const system = await startSystem({ apps: ['events-calendar'], env: identity.env });
  const database = new pg.Client({ connectionString: system.databaseUrl('events-calendar') });
  await database.connect();
  const url = system.urls['events-calendar'] ?? '';

  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url + path, { redirect: 'manual', ...init });
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
      notice: noticeIn(response.headers.get('set-cookie')),
    };
  };
  const headersOf = async (person: Person | null) => (person === null ? {} : identity.headers(person));
  const get: Staffed['get'] = async (path, person = staffPerson) =>
    ask(path, { headers: { accept: 'text/html', ...(await headersOf(person)) } });
  const post: Staffed['post'] = async (path, fields = {}, person = staffPerson, headers = {}) =>
    ask(path, {
      method: 'POST',
      body: encode(fields),
      headers: {
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        ...(await headersOf(person)),
        ...headers,
      },
    });
  const query: Staffed['query'] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await database.query(sql, [...values])).rows as Row[];
  return {
    system,
    url,
    get,
    post,
    query,
    rows: async () => {
      const [counts] = await query<Record<string, number>>(countRows);
      return counts ?? {};
    },
    write: async (fields = {}) => {
      const saved = await post('/calendar/manage/new', { ...goodForm, ...fields, action: 'confirm' });
      if (saved.location === null) throw new Error(`not written: ${saved.status}`);
      return saved.location;
    },
    version: async (path) => hidden((await get(path)).html, 'version'),
    headers: (person = staffPerson) => identity.headers(person),
    stop: async () => {
      await database.end();
      await system.stop();
      await identity.stop();
    },
  };
}

const countRows = `SELECT
  (SELECT count(*)::int FROM events) AS events,
  (SELECT count(*)::int FROM occurrences) AS occurrences,
  (SELECT count(*)::int FROM event_revisions) AS revisions,
  (SELECT count(*)::int FROM series) AS series,
  (SELECT count(*)::int FROM idempotency_keys) AS keys`;

function encode(fields: Fields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  return body;
}

function noticeIn(cookie: string | null): string | null {
  const value = /flash=([\w-]+);/.exec(cookie ?? '')?.[1];
  if (value === undefined) return null;
  const notices: [string, string][] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
  return notices[0]?.[1] ?? null;
}

/** The value of a hidden control on a page. */
export function hidden(html: string, name: string): string {
  return new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

/** What a page says, without its markup. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(head|script)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

/** A form for an event far enough ahead that nothing is over, with a place, so that nothing is missing. */
export const goodForm: Fields = {
  title: 'Officer call',
  kind: 'meeting',
  format: 'in person',
  description: '',
  'when.type': 'timed',
  'when.start.date.day': '2',
  'when.start.date.month': '6',
  'when.start.date.year': '2099',
  'when.start.time': '10am',
  'when.end.date.day': '',
  'when.end.date.month': '',
  'when.end.date.year': '',
  'when.end.time': '11.30am',
  'when.zone': 'Europe/London',
  'recurrence.repeats': 'none',
  'place.name': 'Town Hall',
  audience: 'public',
};
