import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkPlausibleDay,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import { checkAmount, type AmountInput } from './amount.js';
import { isCurrency, type Currency } from './currencies.js';
import { paidWiths, type PaidWith } from './steps.js';

/** Whom it was for: whoever claims it alone, all who travel, or some of them. */
export const forWhoms = ['claimant', 'everybody', 'some'] as const;

export type ForWhom = (typeof forWhoms)[number];

/** What somebody says that they spent for a visit. */
export interface Expense {
  /** ISO; when it was paid. */
  readonly day: string;
  /** "Coach to the station" */
  readonly what: string;
  readonly currency: Currency;
  /** In the smallest units of the currency. */
  readonly amountMinor: number;
  readonly paidWith: PaidWith;
  readonly forWhom: ForWhom;
  /** Who, in words, where it was for some; empty otherwise. */
  readonly forWords: string;
  /** Why there is no receipt; empty where there is one. */
  readonly noReceiptWhy: string;
}

/** The same as a form or a program gives it. */
export interface ExpenseInput {
  readonly day: Checked<string | null>;
  readonly what: string;
  readonly currency: string;
  readonly amount: AmountInput;
  readonly paidWith: string;
  readonly forWhom: string;
  readonly forWords: string;
  readonly noReceiptWhy: string;
}

/**
 * @param today ISO, where the visit is: nothing is paid on a day to come
 * @returns the expense, or all that is wrong with it, each at its field
 */
export function checkExpense(input: ExpenseInput, today: string): Checked<Expense> {
  const day = checkDay(input.day, today);
  const what = checkText<string>(input.what, 'what', {
    longest: 200,
    missing: { code: 'missing', message: 'Say what it was for.' },
  });
  const currency = checkCurrency(input.currency);
  const amount: Checked<number> = currency.ok
    ? checkAmount(input.amount, currency.value, 'amount')
    : accepted(0);
  const paidWith = checkChoice<PaidWith>(
    input.paidWith,
    paidWiths,
    'paidWith',
    'Say whose money it was paid with.',
  );
  const forWhom = checkChoice<ForWhom>(input.forWhom, forWhoms, 'forWhom', 'Say whom it was for.');
  const forWords = checkOptionalText(input.forWords, 'forWords', { longest: 500 });
  const noReceiptWhy = checkOptionalText(input.noReceiptWhy, 'noReceiptWhy', { longest: 200 });
  if (
    !day.ok ||
    !what.ok ||
    !currency.ok ||
    !amount.ok ||
    !paidWith.ok ||
    !forWhom.ok ||
    !forWords.ok ||
    !noReceiptWhy.ok
  ) {
    return refused(
      ...problemsOf<FieldProblem>(day, what, amount, currency, paidWith, forWhom, forWords, noReceiptWhy),
    );
  }
  if (forWhom.value === 'some' && forWords.value === null) {
    return refuse('forWords', 'missing', 'Say who they were.');
  }
  return accepted({
    day: day.value,
    what: what.value,
    currency: currency.value,
    amountMinor: amount.value,
    paidWith: paidWith.value,
    forWhom: forWhom.value,
    forWords: forWhom.value === 'some' ? (forWords.value ?? '') : '',
    noReceiptWhy: noReceiptWhy.value ?? '',
  });
}

function checkDay(given: Checked<string | null>, today: string): Checked<string> {
  const day = checkPlausibleDay(given, 'day');
  if (!day.ok) return day;
  if (day.value === null) return refuse('day', 'missing', 'Enter the day on which it was paid.');
  if (day.value > today)
    return refuse('day', 'day-to-come', 'Enter a day that has been: it is still to come.');
  return accepted(day.value);
}

export function checkCurrency(text: string): Checked<Currency> {
  const code = text.trim().toUpperCase();
  if (isCurrency(code)) return accepted(code);
  return refuse(
    'currency',
    code === '' ? 'missing' : 'unknown-currency',
    code === ''
      ? 'Choose the currency in which it was paid.'
      : `“${code.slice(0, 20)}” is no currency that is known here. Give its code of three letters, like EUR.`,
  );
}
