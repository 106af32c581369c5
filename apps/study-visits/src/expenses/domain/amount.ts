import { accepted, refuse, type Checked } from '#checks';
import { digitsOf, type Currency } from './currencies.js';

/** A sum as somebody types it, or as a program gives it: whole smallest units. */
export type AmountInput = { readonly text: string } | { readonly minor: number };

/** More than this, in whole units, is a slip of the keyboard. */
const mostUnits = 1_000_000;

/** A sum above nothing, in the smallest units of its currency: "12.50" and "12,50" of euro are 1250, "1,200" of yen 1200. */
export function checkAmount(input: AmountInput, currency: Currency, field: string): Checked<number> {
  const digits = digitsOf(currency);
  if ('minor' in input) return inRange(input.minor, digits, field);
  const typed = input.text.replaceAll(/[\s€£$]/g, '');
  if (typed === '') return refuse(field, 'missing', 'Enter how much it was.');
  // A comma with all the digits after it, and no group of three, is how most of Europe writes the point.
  const pointed =
    digits > 0 && digits !== 3 ? typed.replace(new RegExp(`^(\\d+),(\\d{${digits}})$`), '$1.$2') : typed;
  const found = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(pointed);
  const [, whole = '', part = ''] = found ?? [];
  if (found === null || part.length > digits) {
    const example = digits === 0 ? '1200' : `12.${'50'.padEnd(digits, '0')}`;
    return refuse(field, 'not-money', `Enter the amount in figures alone, like ${example}.`);
  }
  // So many digits that no number holds them are still too many.
  const units = Math.min(Number(whole.replaceAll(',', '')), 1e12);
  return inRange(units * 10 ** digits + Number(part.padEnd(digits, '0')), digits, field);
}

function inRange(minor: number, digits: number, field: string): Checked<number> {
  if (!Number.isInteger(minor)) {
    return refuse(field, 'not-money', 'Give the amount in whole smallest units of its currency, as cents.');
  }
  if (minor <= 0) return refuse(field, 'too-small', 'Enter an amount above 0.');
  if (minor > mostUnits * 10 ** digits) {
    return refuse(field, 'too-large', `The amount must be ${mostUnits.toLocaleString('en-GB')} or less.`);
  }
  return accepted(minor);
}

/** A sum as an input holds it: "12.50". @param minor in the currency's smallest units */
export function amountAsTyped(minor: number, currency: Currency): string {
  const digits = digitsOf(currency);
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
