import fc from 'fast-check';
import { returnPath } from './return-path.js';

const site = 'https://events.example.org';

describe('returnPath', () => {
  it.each([
    '/',
    '/calendar',
    '/calendar/manage?status=draft&page=2#list',
    '/a//b',
    '/%2F%2Fevil.example',
    '/a?b=//c',
  ])('keeps %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'calendar',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '/a\\b',
    'https://evil.example',
    'https:evil.example',
    'https:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' //evil.example',
    '/ /evil.example',
    '/\t/evil.example',
    '\t//evil.example',
    '/\n/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/\0',
    '/a\u0085b',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/\u2028',
    '/é',
    '/members/sign-in',
    '/members/sign-in/asked',
    '/members/sign-in?return=/',
    '/members/./sign-in',
    '/members/sign-out',
    `/${'a'.repeat(2000)}`,
  ])('does not keep %j', (path) => {
    expect(returnPath(path)).toBe('/');
  });

  it('never leads away from the site, whatever it is given', () => {
    const pieces = [
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '@',
      ':',
      'evil.example',
      'https:',
      '\t',
      '\n',
      '?',
      '#',
      ' ',
      'a',
    ];
    const paths = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...pieces)).map((parts) => `/${parts.join('')}`),
    );
    fc.assert(
      fc.property(paths, (path) => {
        const kept = returnPath(path);
        expect(new URL(kept, site).origin).toBe(site);
        expect(kept).toMatch(/^\/[\x21-\x7e]*$/);
        // Giving it once more changes nothing.
        expect(returnPath(kept)).toBe(kept);
      }),
      { numRuns: 5000 },
    );
  });
});
