import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { createTestDatabase, startSystem, type System, type TestDatabase } from '#launcher';
import { TestBrowser, textOf } from './browsing.js';
import { printedLink, runMembers } from './run-command.js';
import { connect, exchange } from './sessions.js';

describe('beside a site that runs on a database of one’s own', () => {
  let system: System;
  let database: TestDatabase;
  let client: pg.Client;
  let folder: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    system = await startSystem({ apps: ['shell', 'members'], database });
    client = await connect(system);
    folder = mkdtempSync(join(tmpdir(), 'commands-'));
  });
  afterAll(async () => {
    await client.end();
    await system.stop();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const env = () => ({
    DATABASE_URL: database.adminUrl,
    DATA_DIR: join(folder, 'data'),
    PUBLIC_URL: system.urls['shell'] ?? '',
  });

  it('makes the first admin, who signs in by the link that is printed', async () => {
    const ran = await runMembers('admin', ['Sam.Admin@example.org'], env());
    expect(ran).toMatchObject({ code: 0, errors: '' });
    expect(ran.lines[0]).toBe('Sam Admin (sam.admin@example.org) is an administrator.');
    const link = printedLink(ran);
    const browser = new TestBrowser(system);
    expect(textOf((await browser.get(link)).html)).toContain(
      'You are about to sign in with sam.admin@example.org',
    );
    expect((await exchange(system, { session: browser.cookies.get('session') ?? 'none' })).state).toBe(
      'unknown',
    );
    expect((await browser.post(link)).location).toBe('/members/manage');
    const answer = await exchange(system, { session: browser.cookies.get('session') ?? '' });
    const [, claims = ''] = (answer.state === 'signed-in' ? (answer.tokens['members'] ?? '') : '').split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      roles: ['person', 'staff', 'admin'],
    });
    expect((await new TestBrowser(system).post(link)).status).toBe(410);
    const { rows } = await client.query(
      `SELECT act, actor_id, actor_name, subject_name FROM audit_entries WHERE actor_name = 'Command line' ORDER BY act`,
    );
    expect(rows).toEqual([
      { act: 'role-granted', actor_id: null, actor_name: 'Command line', subject_name: 'Sam Admin' },
      { act: 'sign-in-link-made', actor_id: null, actor_name: 'Command line', subject_name: 'Sam Admin' },
    ]);
  });

  it('gives somebody who is known the role, and makes no second record', async () => {
    const before = await runMembers('admin', ['known@example.org'], env());
    await client.query(
      `DELETE FROM grants g USING emails e WHERE e.person_id = g.person_id AND e.address = 'known@example.org'`,
    );
    const ran = await runMembers('admin', ['KNOWN@example.org'], env());
    expect([before.code, ran.code]).toEqual([0, 0]);
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM people WHERE name = 'Known') AS people,
              (SELECT count(*)::int FROM grants g JOIN people p ON p.id = g.person_id WHERE p.name = 'Known') AS grants`,
    );
    expect(rows).toEqual([{ people: 1, grants: 1 }]);
  });

  it('prints a link that works for 15 minutes', async () => {
    const link = printedLink(await runMembers('admin', ['late@example.org'], env()));
    const { rows } = await client.query<{ minutes: number }>(
      `UPDATE sign_in_requests SET expires_at = now() WHERE address = 'late@example.org'
       RETURNING extract(epoch FROM expires_at - asked_at)::float / 60 AS minutes`,
    );
    expect(rows[0]?.minutes).toBeLessThan(15);
    expect((await new TestBrowser(system).post(link)).status).toBe(410);
  });

  it('makes a token for somebody, and prints it', async () => {
    await runMembers('admin', ['token@example.org'], env());
    const scopes = ['--scope', 'events-calendar:write', '--scope', 'members:read'];
    const ran = await runMembers(
      'token',
      ['--email', 'token@example.org', ...scopes, '--name', 'Script', '--days', '30'],
      env(),
    );
    expect(ran).toMatchObject({ code: 0, errors: '' });
    const token = ran.lines.at(-1) ?? '';
    expect(token).toMatch(/^nea_[\w-]{43}$/);
    const answer = await exchange(system, { apiToken: token });
    expect(answer.state === 'signed-in' && Object.keys(answer.tokens).toSorted()).toEqual([
      'events-calendar',
      'members',
    ]);
    const { rows } = await client.query(
      `SELECT name, round(extract(epoch FROM expires_at - created_at) / 86400)::int AS days FROM api_tokens`,
    );
    expect(rows).toEqual([{ name: 'Script', days: 30 }]);
  });

  it.each([
    ['admin', [], 'Say whose address: npm run members:admin -- name@example.org'],
    [
      'admin',
      ['a@example.org', 'b@example.org'],
      'Say whose address: npm run members:admin -- name@example.org',
    ],
    ['admin', ['rubbish'], '“rubbish” is not an email address. Write it like name@example.org.'],
    [
      'token',
      ['--email', 'a@example.org'],
      'Say whose token it is and what it may do: npm run members:token',
    ],
    ['token', ['--whose', 'a@example.org'], "Unknown option '--whose'. Write: npm run members:token"],
    [
      'token',
      ['--email', 'nobody@example.org', '--scope', 'members:read'],
      'Nobody has the address nobody@example.org. For an administrator, run: npm run members:admin -- nobody@example.org',
    ],
    [
      'token',
      ['--email', 'a@example.org', '--scope', 'shell:write'],
      'Choose one kind of access for each part of the site',
    ],
    [
      'token',
      ['--email', 'a@example.org', '--scope', 'members:read', '--days', '31'],
      'Choose for how many days',
    ],
  ] as const)('%s %j says in one line what is wrong', async (command, args, words) => {
    const ran = await runMembers(command, args, env());
    expect(ran.code).toBe(1);
    expect(ran.errors.trim().split('\n')).toHaveLength(1);
    expect(ran.errors).toContain(words);
  });

  it('says what is wrong with the database', async () => {
    const nowhere = { ...env(), DATABASE_URL: 'postgresql://nobody:secret@127.0.0.1:1/nothing' };
    const ran = await runMembers('admin', ['a@example.org'], nowhere);
    expect([ran.code, ran.errors.trim()]).toEqual([
      1,
      'DATABASE_URL: the database "nothing" at 127.0.0.1:1 cannot be reached: nothing answers there.',
    ]);
    const url = new URL(database.adminUrl);
    url.pathname = '/postgres';
    const empty = await runMembers('admin', ['a@example.org'], { ...env(), DATABASE_URL: url.href });
    expect([empty.code, empty.errors.trim()]).toEqual([
      1,
      'DATABASE_URL: the site’s tables are not there yet: run npm start, or npm run migrate, first.',
    ]);
  });
});
