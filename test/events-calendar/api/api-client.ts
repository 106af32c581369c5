import { startSystem, type System } from '#launcher';
import { apiPath } from '../../../apps/events-calendar/src/api/addresses.js';
import type { EventOutput } from '../../../apps/events-calendar/src/api/schemas/event.schema.js';
import { startIdentity, type Person } from '../signed-in.js';
import { answerChecker, type ApiDocument } from './described.js';

export interface Ask {
  /** Default: a visitor. */
  readonly as?: Person;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, in place of `json`. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A problem as the API gives it. */
export interface SentProblem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

export interface ApiUnderTest {
  readonly system: System;
  readonly document: ApiDocument;
  /** Every answer is held against the API's own description. */
  ask<Body>(this: void, method: string, path: string, ask?: Ask): Promise<Answer<Body>>;
  /** Makes an event as staff and takes it to a status. */
  make(this: void, different?: object, status?: 'draft' | 'published'): Promise<EventOutput>;
  stop(this: void): Promise<void>;
}

/** A program of somebody on the network's staff. */
export const staffProgram: Person = {
  id: 'sam',
  name: 'Sam Example',
  roles: ['person', 'staff'],
  via: 'api',
};
export const member: Person = { id: 'mia', name: 'Mia Example', roles: ['person'], via: 'api' };

export const newEvent = {
  title: 'Officer call',
  kind: 'meeting',
  format: 'online',
  when: { start: '2027-06-01T14:00', end: '2027-06-01T15:30', zone: 'Europe/London' },
  audience: 'public',
};

/** Starts the calendar alone, on a database of its own. */
export async function startApi(): Promise<ApiUnderTest> {
  const identity = await startIdentity();
  const system = await startSystem({ apps: ['events-calendar'], env: identity.env });
  const url = `${system.urls['events-calendar']}${apiPath}`;
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument;
  const check = answerChecker(document);

  const ask = async <Body>(
    method: string,
    path: string,
    { as, json, body, headers }: Ask = {},
  ): Promise<Answer<Body>> => {
    const sent = json === undefined ? body : JSON.stringify(json);
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(as && (await identity.headers(as))),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
    });
    const text = await response.text();
    const read: unknown = text === '' ? null : JSON.parse(text);
    const type = response.headers.get('content-type');
    const wrong = check(method, `${apiPath}${path}`, response.status, type, read);
    if (wrong !== null) throw new Error(`not as described: ${wrong}\n${text}`);
    return { status: response.status, headers: response.headers, body: read as Body };
  };

  const make = async (different: object = {}, status: 'draft' | 'published' = 'published') => {
    const made = await ask<EventOutput>('POST', '/events', {
      as: staffProgram,
      json: { ...newEvent, ...different },
    });
    if (made.status !== 201) throw new Error(`could not make an event: ${JSON.stringify(made.body)}`);
    if (status === 'draft') return made.body;
    const published = await ask<EventOutput>('POST', `/events/${made.body.ref}/status`, {
      as: staffProgram,
      json: { status },
      headers: { 'if-match': '"1"' },
    });
    return published.body;
  };

  return {
    system,
    document,
    ask,
    make,
    stop: async () => {
      await system.stop();
      await identity.stop();
    },
  };
}

/** What is wrong with which field. */
export const fieldsOf = (problem: SentProblem): string[] | undefined =>
  problem.errors?.map(({ field, code }) => `${field} ${code}`);

/** Every item of a list, page by page. */
export async function allPages<Item>(
  api: ApiUnderTest,
  path: string,
  ask: Ask = {},
  between: (page: number) => Promise<unknown> = async () => undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  for (let page = 1; cursor !== null; page += 1) {
    const more = cursor === '' ? '' : `${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const answer: Answer<Page<Item>> = await api.ask('GET', `${path}${more}`, ask);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    items.push(...answer.body.items);
    cursor = answer.body.nextCursor;
    await between(page);
  }
  return items;
}
