import { describe, expect, test } from '@jest/globals';
import { root } from './paths.ts';
import { readSettings } from './settings.ts';

describe('the settings of a start', () => {
  test('nothing has to be set', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: `${root}/.data`,
      databaseUrl: null,
      publicUrl: 'http://localhost:3000',
      demo: true,
      redisUrl: null,
      smtpUrl: null,
      mailboxPort: null,
    });
  });

  test('an empty variable counts as absent', () => {
    expect(readSettings({ PORT: '', DATA_DIR: '', DATABASE_URL: '', PUBLIC_URL: '', DEMO: '' })).toEqual(
      readSettings({}),
    );
  });

  test('all of them can be set', () => {
    const databaseUrl = 'postgresql://someone:s3cret@db.example.org:5433/events?sslmode=require';
    expect(
      readSettings({
        PORT: '8080',
        HOST: '0.0.0.0',
        DATA_DIR: '/var/lib/events',
        DATABASE_URL: databaseUrl,
        PUBLIC_URL: 'https://events.example.org/',
        DEMO: '0',
        REDIS_URL: 'redis+sentinel://:s3cret@one:26379,two:26379/events',
        SMTP_URL: 'smtps://someone:s3cret@mail.example.org',
        MAILBOX_PORT: '1081',
      }),
    ).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/var/lib/events',
      databaseUrl,
      publicUrl: 'https://events.example.org',
      demo: false,
      redisUrl: 'redis+sentinel://:s3cret@one:26379,two:26379/events',
      smtpUrl: 'smtps://someone:s3cret@mail.example.org',
      mailboxPort: 1081,
    });
  });

  test('a data folder is meant from the repository, wherever the command is typed', () => {
    expect(readSettings({ DATA_DIR: './elsewhere' }).dataDir).toBe(`${root}/elsewhere`);
  });

  test.each([
    ['PORT', ['abc', '0', '65536', '3000.5', '-1', '0x50', ' 80']],
    ['DATABASE_URL', ['events', 'mysql://localhost/events', 'postgresql://localhost', 'http://localhost/x']],
    ['DEMO', ['yes', '2', 'true']],
    ['PUBLIC_URL', ['events.example.org', 'ftp://example.org', 'https://example.org/calendar', 'http://']],
    ['DATA_DIR', ['a\0b']],
    ['SMTP_URL', ['mail.example.org', 'http://mail.example.org', 'smtp://', 'mail.example.org:25']],
    ['MAILBOX_PORT', ['abc', '0', '65536', ' 80']],
  ])('%s that is wrong is named in one line', (name, texts) => {
    for (const text of texts) {
      expect(() => readSettings({ [name]: text })).toThrow(new RegExp(`^${name} must [^\\n]+$`));
    }
  });

  test.each([
    { DATABASE_URL: 'mysql://someone:s3cret@localhost/x' },
    { SMTP_URL: 'http://someone:s3cret@localhost' },
  ])('the password in %j is not repeated', (env) => {
    expect(() => readSettings(env)).toThrow(/^(?!.*s3cret)/);
  });
});
