import type pg from 'pg';
import { startSystem, type System } from '#launcher';
import { identityHeader } from '#platform';
import { TestBrowser } from './browsing.js';
import { addSession, connect, exchange, type TestSession } from './sessions.js';

/** The members' pages with the demonstration's people, any of whom can be signed in as. */
export interface PeopleSystem {
  readonly system: System;
  readonly client: pg.Client;
  /** A browser in which the owner of the address is signed in, in a session of its own unless one is given. */
  signedIn(this: void, address: string, session?: TestSession): Promise<TestBrowser>;
  /** A new session of the owner's. */
  session(this: void, address: string): Promise<TestSession>;
  /** What the shell would send on with the session's requests: it vouches for what the session's owner is now. */
  identityOf(this: void, session: TestSession): Promise<Readonly<Record<string, string>>>;
  /** A person's id by their name. */
  idOf(this: void, name: string): Promise<string>;
  query<Row>(this: void, sql: string, values?: readonly unknown[]): Promise<Row[]>;
  stop(this: void): Promise<void>;
}

export const sam = 'sam.staff@example.org';
export const ada = 'ada.admin@example.org';

/** Starts members alone; its pages come in the chrome of its own that it falls back on. */
export async function startPeople(): Promise<PeopleSystem> {
  const system = await startSystem({ apps: ['members'], demo: true });
  const client = await connect(system);
  const query: PeopleSystem['query'] = async <Row>(sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows as Row[];
  const session = (address: string) => addSession(client, address);
  const identityOf: PeopleSystem['identityOf'] = async ({ secret }) => {
    const answer = await exchange(system, { session: secret });
    const headers: Record<string, string> = {};
    if (answer.state === 'signed-in') headers[identityHeader] = answer.tokens['members'] ?? '';
    return headers;
  };
  return {
    system,
    client,
    session,
    query,
    identityOf,
    signedIn: async (address, given) =>
      new TestBrowser(system, {
        origin: system.urls['members'] ?? '',
        headers: await identityOf(given ?? (await session(address))),
      }),
    idOf: async (name) => {
      const [row] = await query<{ id: string }>('SELECT id FROM people WHERE name = $1', [name]);
      if (!row) throw new Error(`nobody is called ${name}`);
      return row.id;
    },
    stop: async () => {
      await client.end();
      await system.stop();
    },
  };
}
