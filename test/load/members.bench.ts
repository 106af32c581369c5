import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { randomBytes, createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { startSystem, type System } from '#launcher';
import { TokenVerifier } from '#platform';
import { ask, middle, rounds, type Rate } from './measure.ts';

/** Pages that are the same for every visitor, and differ for people by who they are. */
const pages = ['/calendar', '/calendar/months/2026-12', '/members', '/calendar/subscribe'];

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

/** One page signed out and signed in, in turn, several times over. */
async function compare(system: System, path: string, cookie: string) {
  const url = `${system.urls['shell']}${path}`;
  const headers = { 'accept-encoding': 'gzip' };
  const signedIn = await fetch(url, { headers: { cookie } });
  if (!(await signedIn.text()).includes('Xiu Example')) throw new Error(`${path}: nobody is signed in`);
  const rates: Record<'out' | 'in', Rate[]> = { out: [], in: [] };
  for (let round = 0; round < 2 * rounds - 1; round += 1) {
    rates.out.push(await ask(url, headers, system.pid('shell')));
    rates.in.push(await ask(url, { ...headers, cookie }, system.pid('shell')));
  }
  return { path, out: middle(rates.out), in: middle(rates.in) };
}

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
  const half = count / 2;
  // The first half warms the machine up; the verifier remembers fewer, so that none of the rest has been seen.
  await each(tokens.slice(0, half));
  const first = await each(tokens.slice(half));
  const last = tokens.slice(-500);
  await each(last);
  return { first, again: await each(last) };
}

const system = await startSystem({
  apps: ['shell', 'members', 'events-calendar'],
  demo: true,
  env: { LOG_LEVEL: 'info', IDENTITY_TOKEN_SECONDS: '3600' },
});
const results: Awaited<ReturnType<typeof compare>>[] = [];
try {
  const cookie = await sessionCookie(system);
  for (const path of pages) results.push(await compare(system, path, cookie));
} finally {
  await system.stop();
}
const cost = (result: Awaited<ReturnType<typeof compare>>) => 1 - result.in.perSecond / result.out.perSecond;
console.table(
  results.map((result) => ({
    page: result.path,
    'signed out /s': whole(result.out.perSecond),
    'signed in /s': whole(result.in.perSecond),
    'identity costs': percent(cost(result)),
    wanted: `< ${percent(wantedCost)}`,
    met: verdict(cost(result) < wantedCost),
    'shell CPU µs, out': whole(result.out.cpuMicroseconds ?? 0),
    'shell CPU µs, in': whole(result.in.cpuMicroseconds ?? 0),
  })),
);
const { first, again } = await verifying(4000);
console.log(
  `verifying a token: ${first.toFixed(1)} µs, wanted < ${wantedMicroseconds}: ${verdict(first < wantedMicroseconds)}; one that was verified before: ${again.toFixed(1)} µs`,
);
