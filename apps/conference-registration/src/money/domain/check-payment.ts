import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkOptionalText,
  checkPenceRange,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';
import { paymentMethods, type PaymentMethod } from './payment.js';

/** £10,000,000: more than any conference costs, and less than what a database's whole number holds. */
export const mostPence = 1_000_000_000;

/** The oldest day that a payment may be of: before this there was nothing to pay for. */
const oldestDay = '2000-01-01';

/** What is said of a payment that came in or of a refund. */
export interface PaymentInput {
  /** Whole pence, however it was read. */
  readonly pence: Checked<number>;
  /** ISO date, however it was read. */
  readonly on: Checked<string | null>;
  readonly method: string;
  readonly reference: string;
  readonly note: string;
}

export interface PaymentDetails {
  readonly pence: number;
  readonly on: string;
  readonly method: PaymentMethod;
  readonly reference: string;
  readonly note: string;
}

/**
 * @param what "the amount received" or "the amount paid back"
 * @param today ISO date
 */
export function checkPayment(input: PaymentInput, what: string, today: string): Checked<PaymentDetails> {
  const pence = checkAmount(input.pence, what);
  const on = checkDay(input.on, today);
  const method = checkMethod(input.method);
  const reference = checkOptionalText(input.reference, 'reference', { longest: 200 });
  const note = checkOptionalText(input.note, 'note', { longest: 1000, manyLines: true });
  if (!pence.ok || !on.ok || !method.ok || !reference.ok || !note.ok) {
    return refused(...problemsOf(pence, on, method, reference, note));
  }
  return accepted({
    pence: pence.value,
    on: on.value,
    method: method.value,
    reference: reference.value ?? '',
    note: note.value ?? '',
  });
}

/** An amount of money that moves: more than nothing. */
export function checkAmount(given: Checked<number>, what: string): Checked<number> {
  if (!given.ok) return given;
  const checked = checkPenceRange(given.value, 'pence', { what, most: mostPence });
  if (!checked.ok || checked.value > 0) return checked;
  return refuse(
    'pence',
    'too-small',
    `${what.charAt(0).toUpperCase()}${what.slice(1)} must be more than £0.`,
  );
}

function checkDay(given: Checked<string | null>, today: string): Checked<string> {
  if (!given.ok) return given;
  const { value } = given;
  if (value === null) return refuse('on', 'missing', 'Enter the day on the bank’s statement.');
  if (Temporal.PlainDate.compare(value, today) > 0) {
    return refuse('on', 'in-future', 'The day must be today or before: record money once it has moved.');
  }
  if (value < oldestDay)
    return refuse('on', 'too-long-ago', 'Check the year of the day on the bank’s statement.');
  return accepted(value);
}

function checkMethod(given: string): Checked<PaymentMethod> {
  const method = paymentMethods.find((each) => each === given);
  return method === undefined
    ? refuse('method', 'unknown-choice', 'Choose how the money was paid.')
    : accepted(method);
}

/** Why something that was recorded is taken back; in one line, however it was typed. */
export const checkReason = (given: string, message: string): Checked<string> =>
  checkText(given.replaceAll(/\s+/g, ' '), 'reason', {
    longest: 1000,
    missing: { code: 'missing', message },
  });
