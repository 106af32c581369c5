import type { Temporal } from 'temporal-polyfill';
import { dateInWords, listInWords, moneyInWords, plural } from '#ui';
import { categories, categoryInSentence, type Category } from '../members/domain/organisation.js';
import type { OfferedPrice } from './domain/offered-tickets.js';
import { vatAfterPrice } from './offer-words.js';

/** "£175.00", "Free", "Free places only" */
export function amountInWords(pence: number | null): string {
  if (pence === null) return 'Free places only';
  return pence === 0 ? 'Free' : moneyInWords(pence);
}

/** "9 February 2027" */
export const dayInWords = (day: Temporal.PlainDate): string => dateInWords(day, { weekday: false });

/** "£175.00 plus 20% VAT", "£45.00, no VAT" */
export function priceInWords({ pence }: OfferedPrice, vatBasisPoints: number): string {
  const vat = vatAfterPrice(vatBasisPoints);
  const withVat = vatBasisPoints === 0 ? `, ${vat}` : ` ${vat}`;
  return `${amountInWords(pence)}${pence === null || pence === 0 ? '' : withVat}`;
}

/** " until 9 February 2027, then £195.00", to follow a price. @returns '' where nothing changes */
export function changeInWords({ until, later }: OfferedPrice): string {
  if (until === null) return '';
  const next = later === null ? 'then not on sale' : `then ${amountInWords(later).toLowerCase()}`;
  return ` until ${dayInWords(until)}, ${next}`;
}

/** "everybody", "full members and supporters" */
export function whoInWords(who: readonly Category[]): string {
  return who.length === categories.length
    ? 'everybody'
    : listInWords(who.map((category) => `${categoryInSentence(category)}s`));
}

/** "Each full member has 2 free places." @returns a sentence for each category that has some */
export function freeInWords(prices: readonly OfferedPrice[]): readonly string[] {
  return prices
    .filter(({ free }) => free > 0)
    .map(({ category, free }) => `Each ${categoryInSentence(category)} has ${plural(free, 'free place')}.`);
}

/** Whether all who can have it pay the same, now and later. */
export function isOnePrice([first, ...others]: readonly OfferedPrice[]): boolean {
  return others.every(
    ({ pence, until, later }) =>
      pence === first?.pence && later === first.later && until?.toString() === first.until?.toString(),
  );
}
