import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { System } from '#launcher';
import { hashOf } from '../../apps/members/src/secrets.js';
import { endedSessionsPath, exchangePath, type EndedLine, type ExchangeAnswer } from '#platform';

/** Asks `members` who somebody is, as the shell does. */
export async function exchange(system: System, shown: object): Promise<ExchangeAnswer> {
  const response = await fetch(`${system.urls['members']}${exchangePath}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `Bearer ${system.secrets.internal}`,
    },
    body: JSON.stringify(shown),
  });
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as ExchangeAnswer;
}

/** The stream of ended sessions, as the shell hears it. */
export interface Heard {
  /** The next line; it throws when the stream ends first. */
  next(this: void): Promise<EndedLine>;
  stop(this: void): void;
}

/** Begins to hear of ended sessions; the first line has come by then. */
export async function hearEnded(system: System): Promise<Heard> {
  const stopping = new AbortController();
  const response = await fetch(`${system.urls['members']}${endedSessionsPath}`, {
    headers: { authorization: `Bearer ${system.secrets.internal}` },
    signal: stopping.signal,
  });
  if (response.status !== 200 || !response.body) throw new Error(`no stream: ${response.status}`);
  const lines = linesOf(response.body);
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the stream ended');
    return JSON.parse(value) as EndedLine;
  };
  await next();
  return { next, stop: () => stopping.abort() };
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The headers with which the shell would send a browser's requests on to an app. */
export async function identityOf(
  system: System,
  browser: { readonly cookies: ReadonlyMap<string, string> },
  app = 'members',
): Promise<Record<string, string>> {
  const answer = await exchange(system, { session: browser.cookies.get('session') ?? 'none' });
  return answer.state === 'signed-in' ? { 'x-identity': answer.tokens[app] ?? '' } : {};
}

/** A connection to the members' own tables. */
export async function connect(system: System): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: system.databaseUrl('members') });
  await client.connect();
  return client;
}

/** A session, as its row and its cookie know it. */
export interface TestSession {
  readonly id: string;
  readonly secret: string;
}

/** Begins a session of the address's owner, written straight into the table. */
export async function addSession(client: pg.Client, address: string): Promise<TestSession> {
  const [id, secret] = [uuidv7(), randomBytes(32).toString('base64url')];
  const { rowCount } = await client.query(
    `INSERT INTO sessions (id, secret_hash, person_id, created_at, last_seen_at, expires_at, network)
     SELECT $1, $2, person_id, now(), now(), now() + interval '1 hour', 'test' FROM emails WHERE address = $3`,
    [id, hashOf(secret), address],
  );
  if (rowCount !== 1) throw new Error(`nobody has the address ${address}`);
  return { id, secret };
}

/** Somebody's record, written straight into the tables. */
export interface TestPerson {
  readonly name: string;
  readonly address?: string;
  /** Default: it is. */
  readonly isVerified?: boolean;
  readonly roles?: readonly ('staff' | 'admin')[];
}

/** @returns the person's id */
export async function addPerson(
  client: pg.Client,
  { name, address, isVerified = true, roles = [] }: TestPerson,
): Promise<string> {
  const id = uuidv7();
  await client.query(
    'INSERT INTO people (id, name, version, created_at, changed_at) VALUES ($1, $2, 1, now(), now())',
    [id, name],
  );
  if (address !== undefined) {
    await client.query(
      `INSERT INTO emails (address, person_id, verified_at, is_primary) VALUES ($1, $2, CASE WHEN $3 THEN now() END, true)`,
      [address, id, isVerified],
    );
  }
  for (const role of roles) {
    await client.query('INSERT INTO grants (person_id, role, granted_at) VALUES ($1, $2, now())', [id, role]);
  }
  return id;
}
