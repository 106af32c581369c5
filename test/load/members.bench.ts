import { fork } from 'node:child_process';
import { randomBytes, createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TokenVerifier } from '#platform';
import type { Answered, Turns } from './ask-in-turn.ts';

/** Pages that are the same for every visitor, and differ for people by who they are. */
const pages = ['/calendar', '/calendar/months/2026-12', '/members'];

/** How hard each page is asked for, in how many pairs of turns. */
const load = { connections: 16, turns: 21 };

/** By how much fewer requests a signed-in page may be answered than the same page signed out. */
const wantedCost = 0.1;

/** How long verifying a token may take, in microseconds. */
const wantedMicroseconds = 100;

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
const verdict = (isMet: boolean) => (isMet ? 'yes' : 'NO');

/** A session of somebody of the demonstration's, with a seat on a board, as the cookie that their browser sends. */
async function sessionCookie(system: System): Promise<string> {
  const client = new pg.Client({ connectionString: system.databaseUrl('members') });
  await client.connect();
  try {
    const secret = randomBytes(32).toString('base64url');
    await client.query(
      `INSERT INTO sessions (id, secret_hash, person_id, created_at, last_seen_at, expires_at, network)
       SELECT $1, $2, id, now(), now(), now() + interval '1 hour', 'bench' FROM people WHERE name = 'Xiu Example'`,
      [randomUUID(), createHash('sha256').update(secret).digest('base64url')],
    );
    return `session=${secret}`;
  } finally {
    await client.end();
  }
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** One page signed out and signed in, in requests per second. */
interface Compared {
  readonly path: string;
  readonly out: number;
  readonly in: number;
  /** What identity costs, as a part of the requests per second. */
  readonly cost: number;
}

/**
 * Asks for one page signed out and signed in by turns, short ones: other work on the machine comes and goes, and hits both
 * of a pair. The middle of what the pairs say is taken.
 */
async function compare(system: System, path: string, cookie: string): Promise<Compared> {
  const url = `${system.urls['shell']}${path}`;
  const out = { 'accept-encoding': 'gzip' };
  const page = await fetch(url, { headers: { cookie } });
  if (!(await page.text()).includes('Xiu Example')) throw new Error(`${path}: nobody is signed in`);
  const order: Turns = { url, one: out, other: { ...out, cookie }, ...load };
  const child = fork(fileURLToPath(new URL('./ask-in-turn.ts', import.meta.url)), [], { execArgv: [] });
  const { one, other } = await new Promise<Answered>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`asking ended with ${code}`)));
    child.once('message', (message) => resolve(message as Answered));
    child.send(order);
  });
  child.disconnect();
  const costs = one.map((visitor, pair) => 1 - (other[pair] ?? 0) / visitor);
  return { path, out: middleOf(one), in: middleOf(other), cost: middleOf(costs) };
}

/** How many tokens are verified in one go. */
const batch = 25;

/** What verifying costs, each token seen for the first time, and again, in microseconds. */
async function verifying(count: number) {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'EdDSA' };
  const tokens: string[] = [];
  for (let each = 0; each < count; each += 1) {
    tokens.push(
      await new SignJWT({
        name: 'Xiu Example',
        roles: ['person', 'board'],
        boards: ['executive-oversight-committee'],
        access: 'write',
      })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
        .setSubject(randomUUID())
        .setIssuer('members')
        .setAudience('bench')
        .setIssuedAt()
        .setExpirationTime('5m')
        .setJti(randomUUID())
        .sign(privateKey),
    );
  }
  const verifier = new TokenVerifier(createLocalJWKSet({ keys: [jwk] }), 'bench');
  const each = async (some: readonly string[]) => {
    const began = performance.now();
    for (const token of some) await verifier.verify(token);
    return ((performance.now() - began) * 1000) / some.length;
  };
  // In batches, as other work on the machine hits some of them: each token is seen once.
  const batches: number[] = [];
  for (let from = 0; from < count; from += batch) batches.push(await each(tokens.slice(from, from + batch)));
  const last = tokens.slice(-batch);
  return { first: Math.min(...batches), middle: middleOf(batches), again: await each(last) };
}

const system = await startSystem({
  apps: ['shell', 'members', 'events-calendar'],
  demo: true,
  env: { LOG_LEVEL: 'info', IDENTITY_TOKEN_SECONDS: '3600' },
});
const results: Compared[] = [];
try {
  const cookie = await sessionCookie(system);
  for (const path of pages) results.push(await compare(system, path, cookie));
} finally {
  await system.stop();
}
console.table(
  results.map((result) => ({
    page: result.path,
    'signed out /s': whole(result.out),
    'signed in /s': whole(result.in),
    'identity costs': percent(result.cost),
    wanted: `< ${percent(wantedCost)}`,
    met: verdict(result.cost < wantedCost),
  })),
);
const { first, middle, again } = await verifying(6000);
console.log(
  `verifying a token: ${first.toFixed(1)} µs in the batch that was least disturbed, wanted < ${wantedMicroseconds}: ${verdict(first < wantedMicroseconds)}; ` +
    `${middle.toFixed(1)} µs in the middle one; a token that was verified before: ${again.toFixed(1)} µs`,
);
