import { describe, expect, it } from '@jest/globals';
import { inScheme, lookQuery, readLook } from './look.js';

describe('how a sample is shown', () => {
  it.each([
    [{}, ''],
    [{ scheme: 'dark' }, '?scheme=dark'],
    [{ width: 'phone' }, '?width=phone'],
    [{ scheme: 'dark', width: 'phone' }, '?scheme=dark&width=phone'],
  ] as const)('is in the address where it is not as usual: %j', (look, query) => {
    expect(lookQuery(look)).toBe(query);
    expect(readLook(Object.fromEntries(new URLSearchParams(query)))).toEqual({
      scheme: 'light',
      width: 'wide',
      ...look,
    });
  });

  it('is as usual where the address says something else', () => {
    expect(readLook({ scheme: ['dark'], width: 'x' })).toEqual({ scheme: 'light', width: 'wide' });
  });
});

describe('a mail in one of its schemes', () => {
  const html =
    '<html><head><meta name="color-scheme" content="light dark"><style>:root{color-scheme:light dark}' +
    '@media (prefers-color-scheme:dark){p{color:#fff}}</style></head><body></body></html>';

  it('does not ask the browser which', () => {
    for (const scheme of ['light', 'dark'] as const) {
      const shown = inScheme(html, scheme);
      expect(shown).not.toContain('prefers-color-scheme');
      expect(shown).toContain(`content="${scheme}"`);
      expect(shown).toContain(`color-scheme:${scheme}}`);
    }
    expect(inScheme(html, 'dark')).toContain('@media all{p{');
    expect(inScheme(html, 'light')).toContain('@media not all{p{');
  });
});
