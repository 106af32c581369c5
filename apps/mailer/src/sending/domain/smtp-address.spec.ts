import { readSmtpAddress } from './smtp-address.js';

describe('the address of a mail server', () => {
  it('says where it is, how to encrypt and whom to sign in as', () => {
    expect(readSmtpAddress('smtps://user%40example.org:pass%2Fword@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      requireTLS: false,
      ignoreTLS: false,
      auth: { user: 'user@example.org', pass: 'pass/word' },
    });
    expect(readSmtpAddress('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525, auth: null });
    expect(readSmtpAddress('smtp://mail.example.org')).toMatchObject({ port: 587, secure: false });
  });

  it.each([
    ['smtp://mail.example.org', true],
    ['smtp://10.0.0.5:25', true],
    ['smtp://mail.example.org?ignoreTLS=true', false],
    ['smtp://localhost:1025', false],
    ['smtp://127.0.0.1:1025', false],
  ])('%s: whether mail must be encrypted', (text, expected) => {
    expect(readSmtpAddress(text)?.requireTLS).toBe(expected);
  });

  it.each(['mail.example.org', 'http://mail.example.org', 'smtp://', '', 'smtp:mail'])(
    '%j is none',
    (text) => {
      expect(readSmtpAddress(text)).toBeNull();
    },
  );
});
