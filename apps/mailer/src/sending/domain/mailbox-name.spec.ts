import fc from 'fast-check';
import { isMailAddress, readMailboxName, usualSender } from './mailbox-name.js';

describe('a mail address', () => {
  it.each(['sam@example.org', "o'brien+events@council.gov.uk", 'Ŵyn@ynysmôn.llyw.cymru', 'a@localhost'])(
    '%s is one',
    (text) => {
      expect(isMailAddress(text)).toBe(true);
    },
  );

  it.each([
    '',
    'sam',
    '@example.org',
    'sam@',
    'a@b@c',
    'a@b.org, c@d.org',
    'a@b.org;c@d.org',
    '<a@b.org>',
    'Sam <a@b.org>',
    'a@b.org\r\nBcc: c@d.org',
    'a b@c.org',
    '"a b"@c.org',
    `${'a'.repeat(65)}@b.org`,
  ])('%j is none, or more than one', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  it('never holds what ends a header or begins another address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        for (const between of ['\r', '\n', ',', ';', '<', '>', ' ', '\0']) {
          expect(isMailAddress(`a${before}${between}@${after}b`)).toBe(false);
        }
      }),
    );
  });
});

describe('an address with a name', () => {
  it.each([
    ['Network events <events@example.org>', { name: 'Network events', address: 'events@example.org' }],
    ['"Events, all" <events@example.org>', { name: 'Events, all', address: 'events@example.org' }],
    ['events@example.org', { name: '', address: 'events@example.org' }],
    ['<events@example.org>', { name: '', address: 'events@example.org' }],
  ])('%s', (text, expected) => {
    expect(readMailboxName(text)).toEqual(expected);
  });

  it.each(['Network events', 'Events <a@b> <c@d>', 'Events <nobody>', 'Events\u0007 <a@b.org>'])(
    '%j is none',
    (text) => {
      expect(readMailboxName(text)).toBeNull();
    },
  );
});

describe('the usual sender', () => {
  it.each([
    ['https://events.example.org', 'no-reply@events.example.org'],
    ['http://localhost:3000', 'no-reply@localhost'],
    ['http://127.0.0.1:3000', 'no-reply@localhost'],
    ['http://[::1]:3000', 'no-reply@localhost'],
  ])('of %s', (siteUrl, address) => {
    expect(usualSender(siteUrl).address).toBe(address);
    expect(isMailAddress(address)).toBe(true);
  });
});
