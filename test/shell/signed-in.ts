import type pg from 'pg';
import { startSystem, type System, type SystemOptions } from '#launcher';
import { TestBrowser } from '../members/browsing.js';
import { addSession, connect } from '../members/sessions.js';

/** The site with the demonstration's people, any of whom can be signed in as. */
export interface SignedInSystem {
  readonly system: System;
  /** The tables of `members`. */
  readonly client: pg.Client;
  /** A browser of the address's owner, with a session of its own. */
  signedIn(this: void, address: string): Promise<TestBrowser>;
  stop(this: void): Promise<void>;
}

export const sam = 'sam.staff@example.org';

export async function startSignedIn(options: SystemOptions = {}): Promise<SignedInSystem> {
  const system = await startSystem({ apps: ['shell', 'members', 'events-calendar'], demo: true, ...options });
  const client = await connect(system);
  return {
    system,
    client,
    signedIn: async (address) => {
      const browser = new TestBrowser(system);
      browser.cookies.set('session', (await addSession(client, address)).secret);
      return browser;
    },
    stop: async () => {
      await client.end();
      await system.stop();
    },
  };
}

/** The address of somebody in the demonstration. */
export async function addressOf(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ address: string }>(
    'SELECT address FROM emails JOIN people ON people.id = person_id WHERE name = $1 AND is_primary',
    [name],
  );
  const [row] = rows;
  if (!row) throw new Error(`nobody is called ${name}`);
  return row.address;
}
