import { createLocalJWKSet, decodeProtectedHeader } from 'jose';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '#launcher';
import { createLog, TokenVerifier } from '#platform';
import { AuditLog } from '../../apps/members/src/audit/audit-log.js';
import { createDataSource } from '../../apps/members/src/data-source.js';
import { IssueTokens } from '../../apps/members/src/identity/issue-tokens.js';
import { SigningKeys } from '../../apps/members/src/identity/signing-keys.js';

const begin = Temporal.Instant.from('2026-01-01T00:00:00Z');
const days = (count: number) => ({ hours: 24 * count });

describe('the signing keys of replicas that share a database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource(database.url('members')).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });
  beforeEach(() => dataSource.query('DELETE FROM signing_keys'));

  let now = begin;
  beforeEach(() => {
    now = begin;
  });

  function replica(IDENTITY_SECRET = 'a secret of thirty-two characters') {
    const settings = { IDENTITY_SECRET, IDENTITY_TOKEN_SECONDS: 300 };
    const clock = () => now;
    const keys = new SigningKeys(dataSource, new AuditLog(), clock, createLog('tests', 'silent'), settings);
    const issuer = new IssueTokens(keys, clock, settings);
    return {
      keys,
      token: async () => {
        const claims = { sub: 'p1', name: 'Ada Example', roles: ['person' as const] };
        const { tokens } = await issuer.issue(claims, [{ app: 'members', access: 'write' }]);
        return tokens['members'] ?? '';
      },
    };
  }

  const kidOf = (token: string) => decodeProtectedHeader(token).kid;
  const publishedKids = async () => (await replica().keys.published()).keys.map(({ kid }) => kid);

  /** Whether whoever reads the published keys now believes the token. */
  async function isBelieved(token: string): Promise<boolean> {
    const set = createLocalJWKSet(await replica().keys.published());
    const verifier = new TokenVerifier(set, 'members', () => now.epochMilliseconds);
    return verifier.verify(token).then(
      () => true,
      () => false,
    );
  }

  it('make one key, whichever of them is first, and however many begin at once', async () => {
    const replicas = Array.from({ length: 5 }, () => replica());
    const tokens = await Promise.all(replicas.map(({ token }) => token()));
    expect(new Set(tokens.map(kidOf)).size).toBe(1);
    expect(await publishedKids()).toHaveLength(1);
  });

  it('are renewed: the next is published a day before it signs, the last until its tokens are over', async () => {
    const [one, idle] = [replica(), replica()];
    const old = kidOf(await one.token());
    expect(kidOf(await idle.token())).toBe(old);

    now = begin.add(days(29));
    await one.keys.check();
    const [first, next] = await publishedKids();
    expect(first).toBe(old);
    expect(next).toBeDefined();
    expect(kidOf(await one.token())).toBe(old);

    now = begin.add(days(30)).subtract({ seconds: 1 });
    const last = await one.token();
    expect(kidOf(last)).toBe(old);

    now = begin.add(days(30));
    expect(kidOf(await one.token())).toBe(next);
    // One that has not looked since the beginning goes on with the old one, which everybody still knows.
    const late = await idle.token();
    expect(kidOf(late)).toBe(old);
    await one.keys.check();
    for (const token of [last, late, await one.token()]) expect(await isBelieved(token)).toBe(true);

    now = begin.add(days(31)).add({ minutes: 6 });
    await one.keys.check();
    expect(await publishedKids()).toEqual([next]);
    expect(await isBelieved(await one.token())).toBe(true);
  });

  it('are renewed after a long stop as well, without a gap', async () => {
    await replica().token();
    now = begin.add(days(200));
    const woken = replica();
    expect(await isBelieved(await woken.token())).toBe(true);
    await woken.keys.check();
    now = now.add(days(1));
    await woken.keys.check();
    expect(await isBelieved(await woken.token())).toBe(true);
    expect(await publishedKids()).toHaveLength(2);
  });

  it('are told apart when one of them has another secret: each signs with its own, all are believed', async () => {
    const [one, other] = [replica(), replica('another secret of 32 characters!!')];
    const tokens = [await one.token(), await other.token(), await one.token(), await other.token()];
    expect(new Set(tokens.map(kidOf)).size).toBe(2);
    for (const token of tokens) expect(await isBelieved(token)).toBe(true);
  });

  it('leave a line in the audit log', async () => {
    await dataSource.query('DELETE FROM audit_entries');
    await replica().token();
    const lines: unknown[] = await dataSource.query('SELECT act, actor_name FROM audit_entries');
    expect(lines).toEqual([{ act: 'key-rotated', actor_name: 'Schedule' }]);
  });
});
