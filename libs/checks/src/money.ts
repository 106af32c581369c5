import { accepted, refuse, type Checked, type FieldProblem } from './checked.js';

export interface MoneyRules {
  /** The sum within a sentence: "the price". */
  readonly what: string;
  /** In pence; £1,000,000 unless given. */
  readonly most?: number;
}

/** What may be wrong with a sum of money. */
export type MoneyCode = 'missing' | 'not-money' | 'too-small' | 'too-large';

const usualMost = 100_000_000;

/** A sum in pounds as people type it, as pence: "£195" and "195.00" are 19500, "1,170.50" is 117050. Nothing below £0. */
export function checkPence(
  text: string,
  field: string,
  rules: MoneyRules,
): Checked<number, FieldProblem<MoneyCode>> {
  const typed = text.replaceAll(/\s/g, '').replace('£', '');
  if (typed === '') return refuse(field, 'missing', `Enter ${rules.what}.`);
  const found = /^([-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(typed);
  if (!found) {
    return refuse(
      field,
      'not-money',
      `Enter ${rules.what} in pounds, with two digits for the pence if there are any, like 195 or 195.50.`,
    );
  }
  const [, sign = '', pounds = '', pence = ''] = found;
  // So many digits that no number holds them are still too many.
  const whole = Math.min(Number(pounds.replaceAll(',', '')), 1e12);
  const amount = whole * 100 + Number(pence.padEnd(2, '0'));
  return checkPenceRange(sign === '' ? amount : -amount, field, rules);
}

/** The same of what may be left blank: `null`. */
export function checkOptionalPence(
  text: string,
  field: string,
  rules: MoneyRules,
): Checked<number | null, FieldProblem<MoneyCode>> {
  return text.trim() === '' ? accepted(null) : checkPence(text, field, rules);
}

/** A sum that was read already: whole pence, not below nothing, and not too large. */
export function checkPenceRange(
  pence: number,
  field: string,
  { what, most = usualMost }: MoneyRules,
): Checked<number, FieldProblem<MoneyCode>> {
  const capitalised = what.charAt(0).toUpperCase() + what.slice(1);
  if (!Number.isInteger(pence)) return refuse(field, 'not-money', `Give ${what} in whole pence.`);
  if (pence < 0) return refuse(field, 'too-small', `${capitalised} must be £0 or more.`);
  if (pence > most) {
    const pounds = (most / 100).toLocaleString('en-GB');
    return refuse(field, 'too-large', `${capitalised} must be £${pounds} or less.`);
  }
  return accepted(pence);
}
