import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startSystem, type System, type SystemOptions } from '#launcher';
import {
  stageConference,
  type ConferenceSetUp,
  type Query,
  type StagedConference,
} from './stage-conference.js';
import { startIdentity, type Person, type TestIdentity } from '../events-calendar/signed-in.js';

const app = 'conference-registration';

export type {
  CodeSetUp,
  ConferenceSetUp,
  PoolSetUp,
  StagedConference,
  TicketSetUp,
} from './stage-conference.js';

/** The API's own address. */
export const apiPath = `/api/v1/${app}`;

/** Somebody who books for an organisation, and is signed in. */
export interface Booker {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** What the shell would send with their browser's requests. */
  readonly headers: Readonly<Record<string, string>>;
  /** The same for a program of theirs, with a token. */
  readonly api: Readonly<Record<string, string>>;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Conference registration by itself, its database, and people who are signed in. */
export interface ConferenceStage {
  readonly system: System;
  readonly identity: TestIdentity;
  /** The app's own address. */
  readonly url: string;
  /** The app's own tables. */
  query<Row>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Writes an open conference straight into the tables. */
  conference(this: void, setUp: ConferenceSetUp): Promise<StagedConference>;
  /** An organisation and its booking contact. */
  booker(this: void, different?: Partial<BookerSetUp>): Promise<Booker>;
  /** Headers of somebody else: staff, a visitor. */
  headers(this: void, person: Person): Promise<Record<string, string>>;
  /** Asks the API. */
  api<Body>(
    this: void,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<Answer<Body>>;
  stop(this: void): Promise<void>;
}

export interface BookerSetUp {
  readonly organisationName: string;
  readonly category: string;
  /** The organisation that there is already, for a further person of it. */
  readonly organisationId: string;
  readonly name: string;
  readonly discountPercent: number;
  readonly isBookingContact: boolean;
}

/** Starts it; one for each file of tests. */
export async function startConferences(options: SystemOptions = {}): Promise<ConferenceStage> {
  const identity = await startIdentity(app);
  const start = { apps: [app], ...options, env: { ...identity.env, ...options.env } };
  const system = await startSystem(start).catch(async (error: unknown) => {
    // What still listens would keep the tests from ending.
    await identity.stop();
    throw error;
  });
  const pool = new pg.Pool({ connectionString: system.databaseUrl(app), max: 4 });
  const url = system.urls[app] ?? '';
  const query: ConferenceStage['query'] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await pool.query(sql, [...values])).rows as Row[];
  return {
    system,
    identity,
    url,
    query,
    headers: (person) => identity.headers(person),
    conference: (setUp) => stageConference(query, setUp),
    booker: (different) => stageBooker(query, identity, different),
    api: async (method: string, path: string, headers: Readonly<Record<string, string>>, body?: object) => {
      const response = await fetch(`${url}${apiPath}${path}`, {
        method,
        headers: {
          ...headers,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as never };
    },
    stop: async () => {
      await pool.end();
      await system.stop();
      await identity.stop();
    },
  };
}

async function stageBooker(
  query: Query,
  identity: TestIdentity,
  different: Partial<BookerSetUp> = {},
): Promise<Booker> {
  const personId = randomUUID();
  const organisationId = different.organisationId ?? randomUUID();
  const name = different.name ?? 'Robin Example';
  const email = `robin.${personId.slice(0, 8)}@example.org`;
  const organisationName = different.organisationName ?? `Council ${organisationId.slice(0, 8)}`;
  await query(
    `INSERT INTO organisations (id, name, category, status, discount_percent, version) VALUES ($1, $2, $3, 'member', $4, 1)
     ON CONFLICT (id) DO NOTHING`,
    [organisationId, organisationName, different.category ?? 'full', different.discountPercent ?? null],
  );
  await query(`INSERT INTO people (id, name, email, roles, version) VALUES ($1, $2, $3, '{}', 1)`, [
    personId,
    name,
    email,
  ]);
  await query(
    `INSERT INTO affiliations (person_id, organisation_id, role, is_booking_contact) VALUES ($1, $2, 'officer', $3)`,
    [personId, organisationId, different.isBookingContact ?? true],
  );
  const person: Person = { id: personId, name, roles: ['person', 'booking-contact'] };
  return {
    personId,
    name,
    email,
    organisationId,
    organisationName,
    headers: await identity.headers(person),
    api: await identity.headers({ ...person, via: 'api' }),
  };
}
