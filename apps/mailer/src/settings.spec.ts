import { readMailerSettings } from './settings.js';

const good = {
  LISTEN_PORT: '4000',
  PUBLIC_URL: 'http://localhost:3000',
  DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/c',
  SHELL_URL: 'http://127.0.0.1:3000',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  MAIL_SECRET: 'a secret of thirty-two characters',
  INTERNAL_KEY: 'a key of more than thirty-two characters',
  EVENTS_CALENDAR_URL: 'http://127.0.0.1:3001',
  CONFERENCE_REGISTRATION_URL: 'http://127.0.0.1:3003',
  EXHIBITION_STANDS_URL: 'http://127.0.0.1:3004',
  STUDY_VISITS_URL: 'http://127.0.0.1:3005',
  MEMBERS_URL: 'http://127.0.0.1:3002',
  MAILER_URL: 'http://127.0.0.1:3003',
};

describe('the mailer’s settings', () => {
  it('need no more than a mail server', () => {
    expect(readMailerSettings(good)).toMatchObject({
      SMTP_URL: { host: '127.0.0.1', port: 1025 },
      SMTP_RATE: 20,
      SMTP_CONNECTIONS: 5,
    });
  });

  it.each([
    [{ SMTP_URL: undefined }, 'SMTP_URL is not set'],
    [{ SMTP_URL: 'http://user:s3cret@example.org' }, /^SMTP_URL must be an address such as (?!.*s3cret)/],
    [{ MAIL_FROM: 'Events\r\nBcc: x <a@b.org>' }, 'MAIL_FROM must be an address such as'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must be an address such as'],
    [{ MAIL_SECRET: 'short' }, 'MAIL_SECRET must have at least 32 characters'],
    [{ MEMBERS_URL: undefined }, 'MEMBERS_URL is not set'],
    [{ SMTP_RATE: '0' }, 'SMTP_RATE must be a whole number from 1 to 1000'],
    [{ SMTP_CONNECTIONS: 'many' }, 'SMTP_CONNECTIONS must be a whole number from 1 to 50'],
  ])('%j is refused', (change, message) => {
    expect(() => readMailerSettings({ ...good, ...change })).toThrow(message);
  });
});
