/**
 * Currencies that an expense may be in, by their codes and digits after the point (ISO 4217, list one as amended to 1 January
 * 2026): those of Europe and of countries beyond that visits went to. Another is a line here; what it is worth is stated by staff.
 */
const currencies = {
  GBP: { name: 'Pounds', digits: 2 },
  EUR: { name: 'Euro', digits: 2 },
  ALL: { name: 'Albanian lek', digits: 2 },
  ARS: { name: 'Argentine pesos', digits: 2 },
  AUD: { name: 'Australian dollars', digits: 2 },
  BRL: { name: 'Brazilian reais', digits: 2 },
  CAD: { name: 'Canadian dollars', digits: 2 },
  CHF: { name: 'Swiss francs', digits: 2 },
  CZK: { name: 'Czech koruny', digits: 2 },
  DKK: { name: 'Danish kroner', digits: 2 },
  HUF: { name: 'Hungarian forint', digits: 2 },
  ISK: { name: 'Icelandic krónur', digits: 0 },
  JPY: { name: 'Japanese yen', digits: 0 },
  KRW: { name: 'South Korean won', digits: 0 },
  MAD: { name: 'Moroccan dirhams', digits: 2 },
  NOK: { name: 'Norwegian kroner', digits: 2 },
  NZD: { name: 'New Zealand dollars', digits: 2 },
  PLN: { name: 'Polish złoty', digits: 2 },
  RON: { name: 'Romanian lei', digits: 2 },
  RSD: { name: 'Serbian dinars', digits: 2 },
  SEK: { name: 'Swedish kronor', digits: 2 },
  TND: { name: 'Tunisian dinars', digits: 3 },
  TRY: { name: 'Turkish lira', digits: 2 },
  UAH: { name: 'Ukrainian hryvnia', digits: 2 },
  USD: { name: 'US dollars', digits: 2 },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly digits: number }>>;

/** ISO 4217, of those that are known here. */
export type Currency = keyof typeof currencies;

/** The currency in which the network keeps its books. */
export const ownCurrency = 'GBP' satisfies Currency;

export const currencyCodes = Object.keys(currencies) as readonly Currency[];

export const isCurrency = (text: string): text is Currency => Object.hasOwn(currencies, text);

/** "Euro" */
export const currencyName = (currency: Currency): string => currencies[currency].name;

/** How many digits its sums have after the point: 2, of yen 0. */
export const digitsOf = (currency: Currency): number => currencies[currency].digits;
