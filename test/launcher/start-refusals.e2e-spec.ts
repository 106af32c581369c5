import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsMentioning, endAll, freePort, npmStart } from './npm-start.js';

describe('npm start, with a setting that is wrong', () => {
  let folder: string;
  let port: number;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'start-refused-'));
    chmodSync(folder, 0o711);
    port = await freePort();
  });
  afterEach(() => {
    endAll();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The whole output, which is to be one line, of a start that is to end with exit code 1 and leave nothing running. */
  async function refusal(env: Record<string, string>): Promise<string> {
    const start = npmStart({ PORT: String(port), DATA_DIR: join(folder, 'data'), ...env });
    expect(await start.ended).toBe(1);
    expect(commandsMentioning(folder)).toEqual([]);
    expect(start.output()).toMatch(/^[^\n]+\n$/);
    return start.output().trim();
  }

  async function listen(host: string): Promise<Server> {
    const server = createServer().listen(port, host);
    await new Promise((resolve) => void server.once('listening', resolve));
    return server;
  }

  test.each(['127.0.0.1', '0.0.0.0', '::1'])('a port taken on %s', async (host) => {
    const server = await listen(host);
    try {
      const line = await refusal({});
      expect(line).toContain(`PORT ${port} is taken by`);
      expect(line).toContain(`(process ${process.pid})`);
    } finally {
      server.close();
    }
  });

  test('a port that is none', async () => {
    expect(await refusal({ PORT: 'abc' })).toBe('PORT must be a whole number from 1 to 65535, and is "abc".');
  });

  test('a mail server that is none, and a mailbox where something else is', async () => {
    expect(await refusal({ SMTP_URL: 'http://user:s3cret@example.org' })).toBe(
      'SMTP_URL must be an address such as smtps://user:password@mail.example.org.',
    );
    expect(await refusal({ MAILBOX_PORT: String(port) })).toContain(
      `MAILBOX_PORT ${port} is taken by the site`,
    );
  });

  test('a data folder where a file is in the way', async () => {
    const file = join(folder, 'data');
    writeFileSync(file, '');
    expect(await refusal({})).toBe(`DATA_DIR ${file} cannot be written to: a file is in the way.`);
    expect(await refusal({ DATA_DIR: join(file, 'below') })).toContain('DATA_DIR');
  });

  test('a data folder that cannot be made', async () => {
    expect(await refusal({ DATA_DIR: '/proc/network-events' })).toMatch(
      /^DATA_DIR \/proc\/network-events cannot be written to: /,
    );
  });

  test('a data folder with a database of another PostgreSQL', async () => {
    rmSync(folder, { recursive: true });
    const start = npmStart({
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: 'postgres://x@127.0.0.1:1/x',
    });
    await start.ended;
    expect(readdirSync(folder)).toContain('secrets.json');
    const postgres = join(folder, 'postgres');
    mkdirSync(postgres);
    writeFileSync(join(postgres, 'PG_VERSION'), '16\n');
    const line = await refusal({ DATA_DIR: folder });
    expect(line).toMatch(/^DATA_DIR holds the data of PostgreSQL 16 .* PostgreSQL 18 cannot read/);
  });

  test('a DATABASE_URL where nothing answers', async () => {
    const line = await refusal({
      DATABASE_URL: `postgresql://someone:s3cret@127.0.0.1:${await freePort()}/events`,
    });
    expect(line).toMatch(
      /^DATABASE_URL: the database "events" at 127\.0\.0\.1:\d+ cannot be reached: nothing answers/,
    );
    expect(line).not.toContain('s3cret');
  });

  test('a DATABASE_URL with a password that is not right', async () => {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.password = 's3cret';
    const line = await refusal({ DATABASE_URL: url.href });
    expect(line).toMatch(/^DATABASE_URL: .* cannot be reached: password authentication failed/);
    expect(line).not.toContain('s3cret');
  });

  test('an address that is not this machine’s', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toMatch(
      /^HOST 192\.0\.2\.1 is not an address of this machine/,
    );
  });
});
