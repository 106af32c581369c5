import { accepted, refuse, type Checked } from '#checks';
import { currencyName, digitsOf, ownCurrency, type Currency } from './currencies.js';

/** What a currency was stated to be worth, from a day on. */
export interface Rate {
  readonly id: string;
  readonly currency: Currency;
  /** ISO; until the next of the same currency. */
  readonly fromDay: string;
  /** How much of it one pound buys, as a decimal number with at most six digits after the point: "1.1712". */
  readonly perPound: string;
  /** Where it is from: "HMRC, rates for March 2024". */
  readonly source: string;
}

/** Digits after the point that a rate may have. */
const rateDigits = 6;

/** No currency is worth so much more than a pound: less is a slip of the keyboard. */
const leastPerPound = 0.01;

const millionths = 10n ** BigInt(rateDigits);

/** A rate in millionths of the currency for one pound. @throws RangeError for anything but a decimal number above 0 */
export function millionthsOf(perPound: string): bigint {
  const found = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(perPound);
  if (found === null) throw new RangeError(`“${perPound}” is not a rate`);
  const [, whole = '', part = ''] = found;
  const value = BigInt(whole) * millionths + BigInt(part.padEnd(rateDigits, '0'));
  if (value === 0n) throw new RangeError('a rate is above 0');
  return value;
}

/** A rate as staff type it, without needless zeros: "1.17". */
export function checkPerPound(text: string, field: string): Checked<string> {
  const typed = text.replaceAll(/[\s,]/g, '');
  if (typed === '') return refuse(field, 'missing', 'Enter how much of it one pound buys.');
  const found = /^(\d{1,7})(?:\.(\d{1,6}))?$/.exec(typed);
  const [, whole = '0', part = ''] = found ?? [];
  if (found === null || Number(typed) < leastPerPound) {
    return refuse(
      field,
      'not-a-rate',
      `Enter a number of at least ${leastPerPound}, with at most six digits after the point, like 1.1712.`,
    );
  }
  const digits = part.replace(/0+$/, '');
  return accepted(`${BigInt(whole)}${digits === '' ? '' : `.${digits}`}`);
}

/**
 * A sum in pence, at a rate: divided exactly and rounded once, to the nearest penny, a half to the even one (IEEE 754 §4.3.1
 * “roundTiesToEven”), so that many sums do not drift to one side.
 *
 * @param minor the sum in the smallest units of the currency, not negative
 * @param perPound the rate; it is not asked for of pounds
 * @returns whole pence
 */
export function penceOf(minor: number, currency: Currency, perPound: string | null): number {
  if (currency === ownCurrency) return minor;
  if (perPound === null) throw new RangeError(`no rate is given for ${currency}`);
  // minor / 10^digits is the sum; that by the rate is pounds; that by 100 is pence.
  const above = BigInt(minor) * 100n * millionths;
  const below = millionthsOf(perPound) * 10n ** BigInt(digitsOf(currency));
  const whole = above / below;
  const twice = 2n * (above % below);
  const isUp = twice > below || (twice === below && whole % 2n === 1n);
  return Number(isUp ? whole + 1n : whole);
}

/**
 * The rate at which a sum of a day counts: the latest that was stated to hold from that day or an earlier one.
 *
 * @param day ISO
 * @returns `null` where none was stated, which is never made up
 */
export function rateOn<Stated extends Pick<Rate, 'currency' | 'fromDay'>>(
  rates: readonly Stated[],
  currency: Currency,
  day: string,
): Stated | null {
  const until = rates.filter((rate) => rate.currency === currency && rate.fromDay <= day);
  return until.toSorted((one, other) => other.fromDay.localeCompare(one.fromDay))[0] ?? null;
}

/** What is told where none was. @param when the day, in words */
export const noRateInWords = (currency: Currency, when: string): string =>
  `No rate for ${currencyName(currency)} (${currency}) is stated for ${when}. Staff of the visit state rates: ask them to, or enter in pounds what your bank took for it.`;
