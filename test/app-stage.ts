import pg from 'pg';
import { startSystem, type System, type SystemOptions } from '#launcher';
import { firstRunsDone } from './run-due.js';
import { startIdentity, type Person, type TestIdentity } from './events-calendar/signed-in.js';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** An app by itself, its database, and people who are signed in. */
export interface AppStage {
  readonly system: System;
  readonly identity: TestIdentity;
  /** The app's own address. */
  readonly url: string;
  /** Asks the app's own tables. */
  query<Row>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** What the shell would send with the requests of somebody: staff, a visitor. */
  headers(this: void, person: Person): Promise<Record<string, string>>;
  /** Asks the app's API. */
  api<Body>(
    this: void,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: object,
  ): Promise<Answer<Body>>;
  stop(this: void): Promise<void>;
}

/** Starts an app for a file of tests, alone unless the options name others. */
export async function startApp(app: string, options: SystemOptions = {}): Promise<AppStage> {
  const identity = await startIdentity(app);
  const start = { apps: [app], ...options, env: { ...identity.env, ...options.env } };
  const system = await startSystem(start).catch(async (error: unknown) => {
    // What still listens would keep the tests from ending.
    await identity.stop();
    throw error;
  });
  await firstRunsDone(system, app);
  const pool = new pg.Pool({ connectionString: system.databaseUrl(app), max: 4 });
  const url = system.urls[app] ?? '';
  return {
    system,
    identity,
    url,
    query: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query(sql, [...values])).rows as Row[],
    headers: (person) => identity.headers(person),
    api: async (method: string, path: string, headers: Readonly<Record<string, string>>, body?: object) => {
      const response = await fetch(`${url}/api/v1/${app}${path}`, {
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
