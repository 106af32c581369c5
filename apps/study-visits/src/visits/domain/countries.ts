import { refuse, accepted, type Checked } from '#checks';

/**
 * What browsers and this runtime have names for although ISO 3166-1 gives no such code to a country: groups of countries, parts of
 * one, and codes that ISO keeps free.
 */
const noCountries: ReadonlySet<string> = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '));

const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' });

const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

export interface Country {
  /** ISO 3166-1, two letters: `IT`. */
  readonly code: string;
  readonly name: string;
}

/** Every country, by name. */
export const countries: readonly Country[] = letters
  .flatMap((one) => letters.map((other) => `${one}${other}`))
  // Codes that are no longer used have the name of what came after them, under that one's own code, too.
  .filter(
    (code) => !noCountries.has(code) && new Intl.Locale('und', { region: code }).toString() === `und-${code}`,
  )
  .flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [{ code, name }];
  })
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));

const byCode: ReadonlyMap<string, string> = new Map(countries.map(({ code, name }) => [code, name]));

/** "Italy"; the code itself where there is no such country. */
export const countryName = (code: string): string => byCode.get(code) ?? code;

/** A country by its code (ISO 3166-1), whatever the case of its letters. */
export function checkCountry(text: string, field = 'country'): Checked<string> {
  const code = text.trim().toUpperCase();
  if (code === '') return refuse(field, 'missing', 'Choose the country.');
  return byCode.has(code)
    ? accepted(code)
    : refuse(
        field,
        'unknown-choice',
        `“${text.trim()}” is no country’s code. Choose one, such as IT for Italy.`,
      );
}
