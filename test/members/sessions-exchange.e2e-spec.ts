import { createHash, randomBytes } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
} from 'jose';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { appNames } from '#contracts';
import { startSystem, type System } from '#launcher';
import { identityKeysPath, TokenVerifier, UntrustedToken, type ExchangeAnswer } from '#platform';
import { addPerson, connect, exchange, hearEnded } from './sessions.js';

let system: System;
let client: pg.Client;
beforeAll(async () => {
  system = await startSystem({ apps: ['members'] });
  client = await connect(system);
});
afterAll(async () => {
  await client.end();
  await system.stop();
});

const keysUrl = () => `${system.urls['members']}${identityKeysPath}`;
const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url');

/** A session written straight into the table. @returns its id and secret */
async function addSession(personId: string, values: Record<string, unknown> = {}) {
  const [id, secret] = [uuidv7(), randomBytes(32).toString('base64url')];
  const columns = {
    id,
    secret_hash: hash(secret),
    person_id: personId,
    created_at: new Date(),
    last_seen_at: new Date(),
    expires_at: new Date(Date.now() + 3_600_000),
    network: 'test',
    ...values,
  };
  const names = Object.keys(columns);
  await client.query(
    `INSERT INTO sessions (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(columns),
  );
  return { id, secret };
}

async function addToken(personId: string, scopes: unknown, values: Record<string, unknown> = {}) {
  const [id, token] = [uuidv7(), `nea_${randomBytes(32).toString('base64url')}`];
  const { expires_at = new Date(Date.now() + 3_600_000), revoked_at = null } = values;
  await client.query(
    `INSERT INTO api_tokens (id, person_id, name, token_hash, scopes, created_at, expires_at, revoked_at)
     VALUES ($1, $2, 'Test', $3, $4, now(), $5, $6)`,
    [id, personId, hash(token), JSON.stringify(scopes), expires_at, revoked_at],
  );
  return { id, token };
}

function signedIn(answer: ExchangeAnswer) {
  if (answer.state !== 'signed-in') throw new Error('not signed in');
  return answer;
}

const identityFor = async (answer: ExchangeAnswer, app = 'members') =>
  TokenVerifier.remote(keysUrl(), app).verify(signedIn(answer).tokens[app] ?? '');

describe('the exchange of a session', () => {
  it('vouches for the person to each app, for five minutes', async () => {
    const person = await addPerson(client, { name: 'Sam Staff', roles: ['staff'] });
    const { id, secret } = await addSession(person);
    const answer = signedIn(await exchange(system, { session: secret }));
    expect(Object.keys(answer.tokens).toSorted()).toEqual([...appNames].toSorted());
    expect(answer.sessionId).toBe(id);
    for (const app of appNames) {
      await expect(identityFor(answer, app)).resolves.toEqual({
        personId: person,
        name: 'Sam Staff',
        roles: ['person', 'staff'],
        boards: [],
        via: 'session',
        actor: null,
        mayWrite: true,
        sessionId: id,
        state: 'confirmed',
      });
    }
    const claims = decodeJwt(answer.tokens['members'] ?? '');
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(300);
    expect(Date.parse(answer.expiresAt)).toBe((claims.exp ?? 0) * 1000);
    expect(decodeProtectedHeader(answer.tokens['members'] ?? '')).toMatchObject({ alg: 'EdDSA', typ: 'JWT' });
    expect(claims.jti).not.toBe(decodeJwt(answer.tokens['shell'] ?? '').jti);
  });

  it('makes out no token that another app believes', async () => {
    const { secret } = await addSession(await addPerson(client, { name: 'Ada Example' }));
    const answer = signedIn(await exchange(system, { session: secret }));
    const calendar = TokenVerifier.remote(keysUrl(), 'events-calendar');
    await expect(calendar.verify(answer.tokens['members'] ?? '')).rejects.toThrow(UntrustedToken);
  });

  it.each([
    ['that never was', async () => 'x'],
    [
      'that has ended',
      async (person: string) =>
        (await addSession(person, { ended_at: new Date(), ended_why: 'signed-out' })).secret,
    ],
    [
      'that is over',
      async (person: string) =>
        (await addSession(person, { expires_at: new Date(Date.now() - 1000) })).secret,
    ],
    ['given by its hash', async (person: string) => hash((await addSession(person)).secret)],
  ])('knows none %s', async (_, make) => {
    const secret = await make(await addPerson(client, { name: 'Ada Example' }));
    await expect(exchange(system, { session: secret })).resolves.toEqual({ state: 'unknown' });
  });

  it('knows nobody whose record was erased or merged into another', async () => {
    const [erased, merged, other] = [
      await addPerson(client, { name: 'Ada Example' }),
      await addPerson(client, { name: 'Bea Example' }),
      await addPerson(client, { name: 'Cy Example' }),
    ];
    const sessions = [await addSession(erased), await addSession(merged)];
    await client.query('UPDATE people SET erased_at = now() WHERE id = $1', [erased]);
    await client.query('UPDATE people SET merged_into = $2 WHERE id = $1', [merged, other]);
    for (const { secret } of sessions) {
      await expect(exchange(system, { session: secret })).resolves.toEqual({ state: 'unknown' });
    }
  });

  it('notes that the session is used, ten minutes after the last time at the soonest', async () => {
    const person = await addPerson(client, { name: 'Ada Example' });
    const seen = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const [lately, before] = [
      await addSession(person, { last_seen_at: seen(9) }),
      await addSession(person, { last_seen_at: seen(11) }),
    ];
    const ageOf = async (id: string) => {
      const { rows } = await client.query<{ age: number; left: number }>(
        `SELECT extract(epoch FROM now() - last_seen_at)::float / 60 AS age,
                extract(epoch FROM expires_at - now())::float / 86400 AS left FROM sessions WHERE id = $1`,
        [id],
      );
      return rows[0] ?? { age: -1, left: -1 };
    };
    for (const { secret } of [lately, before]) await exchange(system, { session: secret });
    expect((await ageOf(lately.id)).age).toBeGreaterThan(8);
    const noted = await ageOf(before.id);
    expect(noted.age).toBeLessThan(5);
    expect(Math.round(noted.left)).toBe(30);
  });

  it('speaks for another person while staff act for them, without what staff may', async () => {
    const staff = await addPerson(client, { name: 'Sam Staff', roles: ['staff'] });
    const other = await addPerson(client, { name: 'Xiu Example', roles: ['admin'] });
    const { id, secret } = await addSession(staff, {
      acting_for: other,
      acting_until: new Date(Date.now() + 60_000),
    });
    await expect(identityFor(await exchange(system, { session: secret }))).resolves.toMatchObject({
      personId: other,
      name: 'Xiu Example',
      roles: ['person'],
      actor: { personId: staff, name: 'Sam Staff' },
      sessionId: id,
    });
  });

  it.each([
    ['the time is over', { until: -1000, roles: ['staff'] as const }],
    ['they are no longer staff', { until: 60_000, roles: [] as const }],
  ])('speaks for its owner again when %s', async (_, { until, roles }) => {
    const staff = await addPerson(client, { name: 'Sam Staff', roles });
    const other = await addPerson(client, { name: 'Xiu Example' });
    const { secret } = await addSession(staff, {
      acting_for: other,
      acting_until: new Date(Date.now() + until),
    });
    await expect(identityFor(await exchange(system, { session: secret }))).resolves.toMatchObject({
      personId: staff,
      actor: null,
    });
    const { rows } = await client.query('SELECT 1 FROM sessions WHERE acting_for = $1', [other]);
    expect(rows).toEqual([]);
  });
});

describe('the exchange of an API token', () => {
  it('vouches for the person to the apps in its scope alone, to read or to change', async () => {
    const person = await addPerson(client, { name: 'Sam Staff', roles: ['staff'] });
    const { id, token } = await addToken(person, [
      { app: 'events-calendar', access: 'read' },
      { app: 'members', access: 'write' },
    ]);
    const answer = signedIn(await exchange(system, { apiToken: token }));
    expect(Object.keys(answer.tokens).toSorted()).toEqual(['events-calendar', 'members']);
    expect(answer.sessionId).toBe(id);
    await expect(identityFor(answer)).resolves.toMatchObject({
      personId: person,
      via: 'api',
      mayWrite: true,
      roles: ['person', 'staff'],
    });
    await expect(identityFor(answer, 'events-calendar')).resolves.toMatchObject({ mayWrite: false });
  });

  it('notes its use once a minute at the most', async () => {
    const { id, token } = await addToken(await addPerson(client, { name: 'Ada Example' }), []);
    const usedAt = async () =>
      (
        await client.query<{ at: Date | null }>('SELECT last_used_at AS at FROM api_tokens WHERE id = $1', [
          id,
        ])
      ).rows[0]?.at ?? null;
    expect(await usedAt()).toBeNull();
    await exchange(system, { apiToken: token });
    const first = await usedAt();
    expect(first).not.toBeNull();
    await exchange(system, { apiToken: token });
    expect(await usedAt()).toEqual(first);
    await client.query(`UPDATE api_tokens SET last_used_at = now() - interval '61 seconds' WHERE id = $1`, [
      id,
    ]);
    await exchange(system, { apiToken: token });
    expect((await usedAt())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? Infinity);
  });

  it.each([
    ['that is over', { expires_at: new Date(Date.now() - 1000) }],
    ['that was revoked', { revoked_at: new Date() }],
  ])('knows none %s', async (_, values) => {
    const { token } = await addToken(await addPerson(client, { name: 'Ada Example' }), [], values);
    await expect(exchange(system, { apiToken: token })).resolves.toEqual({ state: 'unknown' });
  });

  it('takes no session for one, and none for a session', async () => {
    const person = await addPerson(client, { name: 'Ada Example' });
    const { token } = await addToken(person, []);
    const { secret } = await addSession(person);
    await expect(exchange(system, { session: token })).resolves.toEqual({ state: 'unknown' });
    await expect(exchange(system, { apiToken: secret })).resolves.toEqual({ state: 'unknown' });
  });
});

describe('the internal addresses', () => {
  it('are for services alone, and the shell passes nobody through', async () => {
    for (const [method, path] of [
      ['POST', '/internal/identity'],
      ['GET', '/internal/ended-sessions'],
    ] as const) {
      const answer = await fetch(`${system.urls['members']}${path}`, {
        method,
        headers: { 'sec-fetch-site': 'same-origin', authorization: 'Bearer wrong' },
      });
      expect(answer.status).toBe(403);
    }
  });

  it.each([{}, { session: 'a', apiToken: 'b' }, { session: '' }, { session: 'x'.repeat(201) }, 'text', []])(
    'refuse what is no exchange: %j',
    async (body) => {
      await expect(exchange(system, body as object)).rejects.toThrow(/^400: .*not-an-exchange/);
    },
  );
});

describe('the stream of ended sessions', () => {
  it('tells of a session that ended, was deleted or acts for somebody', async () => {
    const person = await addPerson(client, { name: 'Ada Example' });
    const { id } = await addSession(person);
    const heard = await hearEnded(system);
    for (const change of [
      `UPDATE sessions SET acting_for = person_id, acting_until = now() WHERE id = '${id}'`,
      `UPDATE sessions SET ended_at = now(), ended_why = 'signed-out' WHERE id = '${id}'`,
      `DELETE FROM sessions WHERE id = '${id}'`,
    ]) {
      await client.query(change);
      expect(await heard.next()).toEqual({ sessionId: id });
    }
    heard.stop();
  });

  it('tells of all of a person’s sessions and tokens when what they may do changes', async () => {
    const person = await addPerson(client, { name: 'Ada Example' });
    const ids = [
      (await addSession(person)).id,
      (await addSession(person)).id,
      (await addToken(person, [])).id,
    ];
    await addSession(person, { ended_at: new Date(), ended_why: 'signed-out' });
    const heard = await hearEnded(system);
    for (const change of [
      `INSERT INTO grants (person_id, role, granted_at) VALUES ('${person}', 'staff', now())`,
      `DELETE FROM grants WHERE person_id = '${person}'`,
      `UPDATE people SET name = 'Ada Different' WHERE id = '${person}'`,
      `UPDATE people SET erased_at = now() WHERE id = '${person}'`,
    ]) {
      await client.query(change);
      const told = [await heard.next(), await heard.next(), await heard.next()];
      expect(new Set(told)).toEqual(new Set(ids.map((sessionId) => ({ sessionId }))));
    }
    heard.stop();
  });

  it('tells nothing of what was not committed, nor that a session is used', async () => {
    const { id } = await addSession(await addPerson(client, { name: 'Ada Example' }));
    const heard = await hearEnded(system);
    const end = `UPDATE sessions SET ended_at = now(), ended_why = 'signed-out' WHERE id = '${id}'`;
    await client.query('BEGIN');
    await client.query(end);
    await client.query('ROLLBACK');
    await client.query(`UPDATE sessions SET last_seen_at = now() WHERE id = '${id}'`);
    const other = await addSession(await addPerson(client, { name: 'Bea Example' }));
    await client.query('DELETE FROM sessions WHERE id = $1', [other.id]);
    expect(await heard.next()).toEqual({ sessionId: other.id });
    heard.stop();
  });

  it('ends when members no longer hears itself', async () => {
    const heard = await hearEnded(system);
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'members_ended_sessions notices' AND datname = current_database()`,
    );
    await expect(heard.next()).rejects.toThrow();
  });
});

describe('the published keys', () => {
  it('hold no private part, and what is kept of that cannot be read', async () => {
    const set = (await (await fetch(keysUrl())).json()) as JSONWebKeySet;
    expect(set.keys.map((key) => Object.keys(key).toSorted())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x'],
    ]);
    createLocalJWKSet(set);
    const { rows } = await client.query<{ sealed: string }>(
      'SELECT sealed_private_key AS sealed FROM signing_keys',
    );
    expect(rows).toHaveLength(1);
    expect(Buffer.from(rows[0]?.sealed ?? '', 'base64url').toString('latin1')).not.toContain('PRIVATE KEY');
  });

  it('stay the same over a restart', async () => {
    const keyOf = async () => {
      const { secret } = await addSession(await addPerson(client, { name: 'Ada Example' }));
      const answer = signedIn(await exchange(system, { session: secret }));
      return decodeProtectedHeader(answer.tokens['members'] ?? '').kid;
    };
    const before = await keyOf();
    await system.restart('members');
    expect(await keyOf()).toBe(before);
    await expect(
      createRemoteJWKSet(new URL(keysUrl()))({ alg: 'EdDSA', kid: before ?? '' }),
    ).resolves.toBeDefined();
  });
});
