import { request } from 'node:http';
import { apps, startSystem, type System } from '#launcher';
import type { Access, AccessTable } from '#platform';
import { startIdentity, type TestIdentity } from '../events-calendar/signed-in.js';
import {
  addressOf,
  byLine,
  callers,
  disagreements,
  verdictOf,
  type Caller,
  type Met,
} from './rights-walk.js';

/** How many requests are under way at a time. */
const atATime = 16;

const tables = new Map<string, AccessTable>();
for (const { name } of apps) {
  const { access } = (await import(`../../apps/${name}/src/access.js`)) as { access: AccessTable };
  tables.set(name, access);
}
const lines = [...tables].flatMap(([app, table]) =>
  Object.entries(table).map(([route, access]) => ({ app, route, access })),
);

let identity: TestIdentity;
let system: System;
let walk: readonly Met[];
let walked: ReturnType<typeof byLine>;

async function headersOf(app: string, { person, hasKey, site }: Caller): Promise<Record<string, string>> {
  return {
    accept: 'application/json',
    ...(person && (await identity.headers(person, app))),
    ...(hasKey && { authorization: `Bearer ${system.secrets.internal}` }),
    ...(site && { 'sec-fetch-site': site }),
  };
}

/**
 * Asks at the app's own port, where nobody stands before the guard. The shell believes no token that comes with a
 * request, so to it everybody is a visitor: all that it has is for everyone.
 */
async function meet(
  app: string,
  route: string,
  caller: Caller,
  headers: Record<string, string>,
): Promise<Met> {
  const { method, path } = addressOf(route);
  const answer = await fetch(`${system.urls[app]}${path}`, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
  }).catch((error: unknown) => {
    throw new Error(`${app}: ${route} did not answer ${caller.name}`, { cause: error });
  });
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem ? ((await answer.json()) as { code?: string; detail?: string }) : {};
  // Some answers are streams that never end.
  if (!isProblem) await answer.body?.cancel();
  return { app, route, caller, verdict: verdictOf(answer.status, problem) };
}

/** Every route of every app as every caller. */
async function walkAll(): Promise<Met[]> {
  const steps: (() => Promise<Met>)[] = [];
  for (const app of tables.keys()) {
    for (const caller of callers) {
      const headers = await headersOf(app, caller);
      for (const line of lines) {
        if (line.app === app) steps.push(() => meet(app, line.route, caller, headers));
      }
    }
  }
  const met: Met[] = [];
  const waiting = steps.values();
  const walker = async () => {
    for (const step of waiting) met.push(await step());
  };
  await Promise.all(Array.from({ length: atATime }, walker));
  return met;
}

beforeAll(async () => {
  identity = await startIdentity();
  system = await startSystem({ env: identity.env });
  walk = await walkAll();
  walked = byLine(walk);
});
afterAll(async () => {
  await system.stop();
  await identity.stop();
});

const isForAll = (access: Access): boolean =>
  access === 'everyone' || access === 'link' || access === 'link-from-anywhere';

/** The tables with one line changed, or without it. */
function withLine(app: string, route: string, access: Access | null): Map<string, AccessTable> {
  const { [route]: _, ...others } = tables.get(app) ?? {};
  return new Map(tables).set(app, access === null ? others : { ...others, [route]: access });
}

describe('who may call what', () => {
  it('was asked of every route of every app, as everybody', () => {
    expect([...tables.values()].every((table) => Object.keys(table).length > 0)).toBe(true);
    expect(walk).toHaveLength(lines.length * callers.length);
  });

  it('is what the access tables say', () => {
    expect(disagreements(tables, walked)).toEqual([]);
  });

  it('would be found out in every line that said something else', () => {
    const accesses: readonly Access[] = [
      'everyone',
      'services',
      'link',
      'link-from-anywhere',
      ['admin'],
      ['person'],
      ['staff'],
      ['staff', 'admin'],
      ['person', 'booking-contact', 'board', 'staff', 'admin'],
    ];
    const changes = lines.flatMap(({ app, route, access }) =>
      accesses
        .filter((other) => String(other) !== String(access))
        // What only reads may come from any site anyway.
        .filter((other) => !route.startsWith('GET ') || !(isForAll(other) && isForAll(access)))
        .map((wrong) => ({ line: `${app}: ${route}`, tables: withLine(app, route, wrong) })),
    );
    const overlooked = changes.filter((change) => {
      const [first, ...more] = disagreements(change.tables, walked);
      return !first?.startsWith(`${change.line} `) || more.length > 0;
    });
    expect(changes.length).toBeGreaterThan(lines.length);
    expect(overlooked.map(({ line }) => line)).toEqual([]);
  });

  it('would be found out where a route is in no table', () => {
    const found = lines.map(({ app, route }) => disagreements(withLine(app, route, null), walked));
    expect(found).toEqual(lines.map(({ app, route }) => [`${app}: ${route} is not in the table`]));
  });
});

/** The status of an answer to an address that is sent as it is written. */
function statusOf(url: string, method: string, path: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const headers = { authorization: `Bearer ${system.secrets.internal}`, 'sec-fetch-site': 'same-origin' };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    asked.on('error', reject).end();
  });
}

describe('what is for services alone', () => {
  const internal = lines.filter(({ access }) => access === 'services');

  it('cannot be reached through the shell, even with the key', async () => {
    const asked = internal.flatMap(({ route }) => {
      const { method, path } = addressOf(route);
      const before = ['', '/', ...apps.map(({ prefix }) => (prefix === '/' ? '/x/..' : `${prefix}/..`))];
      const written = before.flatMap((start) => [start + path, start.replace('..', '%2e%2e') + path]);
      return [...new Set([...written, path.replace('i', '%69'), path.toUpperCase()])].map((address) => ({
        method,
        address,
      }));
    });
    const shell = system.urls['shell'] ?? '';
    const reached = await Promise.all(
      asked.map(async ({ method, address }) => `${await statusOf(shell, method, address)} ${address}`),
    );
    expect(reached.length).toBeGreaterThan(internal.length);
    expect(reached.filter((answer) => !answer.startsWith('404 '))).toEqual([]);
  });

  it('is there to be reached at the apps’ own ports', async () => {
    expect(internal.length).toBeGreaterThan(0);
    for (const { app, route } of internal) {
      const { method, path } = addressOf(route);
      const status = await statusOf(system.urls[app] ?? '', method, path);
      expect([route, [401, 403, 404, 500].includes(status)]).toEqual([route, false]);
    }
  });
});
