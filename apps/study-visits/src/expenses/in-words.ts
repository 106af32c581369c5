import type { Words } from '#checks';
import { listInWords, moneyInWords, numberInWords } from '#ui';
import { amountAsTyped } from './domain/amount.js';
import { currencyName, type Currency } from './domain/currencies.js';
import type { Expense, ForWhom } from './domain/expense.js';
import type { Rate } from './domain/exchange.js';
import type { ExpenseState, PaidWith } from './domain/steps.js';

const signs: Partial<Record<Currency, string>> = { GBP: '£', EUR: '€' };

/** "€1,212.50", "CHF 12.00" */
export function amountInWords({ amountMinor, currency }: Pick<Expense, 'amountMinor' | 'currency'>): string {
  const [whole = '', part] = amountAsTyped(amountMinor, currency).split('.');
  const figures = `${numberInWords(Number(whole))}${part === undefined ? '' : `.${part}`}`;
  return `${signs[currency] ?? `${currency} `}${figures}`;
}

/** "Euro (EUR)" */
export const currencyInWords = (currency: Currency): string => `${currencyName(currency)} (${currency})`;

/** "£1 = 1.1712 EUR" */
export const rateInWords = ({ perPound, currency }: Pick<Rate, 'perPound' | 'currency'>): string =>
  `£1 = ${perPound} ${currency}`;

export const stateWords: Readonly<Record<ExpenseState, string>> = {
  written: 'Not sent yet',
  sent: 'Waiting for staff',
  agreed: 'Agreed',
  refused: 'Refused',
  paid: 'Paid back',
};

/** As whoever claims it says it. */
export const paidWithWords: Readonly<Record<PaidWith, string>> = {
  own: 'Own money, to be paid back',
  visit: 'The visit’s money',
};

const forWhomWords: Readonly<Record<ForWhom, string>> = {
  claimant: 'Whoever claims it',
  everybody: 'Everybody who travels',
  some: 'Some of those who travel',
};

/** Whom it was for: "Ada and Bo". @param names of those whom staff found it was for, where they did */
export function forInWords(
  { forWhom, forWords }: Pick<Expense, 'forWhom' | 'forWords'>,
  names: readonly string[],
): string {
  if (forWhom !== 'some') return forWhomWords[forWhom];
  return names.length > 0 ? listInWords(names) : forWords;
}

/** "€12.50 (£10.68)", "£10.68" */
export const bothInWords = (
  expense: Pick<Expense, 'amountMinor' | 'currency'> & { pence: number },
): string =>
  expense.currency === 'GBP'
    ? moneyInWords(expense.pence)
    : `${amountInWords(expense)} (${moneyInWords(expense.pence)})`;

/** What a rate says, for the visit's history. */
export const rateWords = (rate: Pick<Rate, 'currency' | 'fromDay' | 'perPound' | 'source'>): Words => ({
  Currency: currencyInWords(rate.currency),
  'From the day': rate.fromDay,
  Rate: rateInWords(rate),
  Source: rate.source,
});
