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
  return {
    system,
    url,
    get: async (path, person = staffPerson) =>
      ask(path, { headers: { accept: 'text/html', ...(await headersOf(person)) } }),
    post: async (path, fields = {}, person = staffPerson, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: encode(fields),
        headers: {
          accept: 'text/html',
          'sec-fetch-site': 'same-origin',
          ...(await headersOf(person)),
          ...headers,
        },
      }),
    headers: (person = staffPerson) => identity.headers(person),
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await database.query(sql, [...values])).rows as Row[],
    stop: async () => {
      await database.end();
      await system.stop();
      await identity.stop();
    },
  };
}

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
  const input = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? '';
  return /value="([^"]*)"/.exec(input)?.[1] ?? '';
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
