import { describe, expect, it } from '@jest/globals';
import { checkCountry, countries, countryName } from './countries.js';

describe('countries', () => {
  it('are the 249 of ISO 3166-1, each once, by name', () => {
    expect(countries).toHaveLength(249);
    expect(new Set(countries.map(({ name }) => name)).size).toBe(249);
    for (const code of ['IT', 'ES', 'GB', 'IE', 'CI']) expect(countryName(code)).not.toBe(code);
  });

  it.each(['UK', 'EU', 'XK', 'YU', 'ZZ', '12', 'ITA'])('are not %s', (code) => {
    expect(checkCountry(code).ok).toBe(false);
  });

  it('are found in small letters, too', () => {
    expect(checkCountry(' it ')).toEqual({ ok: true, value: 'IT' });
  });
});
