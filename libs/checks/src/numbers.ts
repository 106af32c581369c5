import { accepted, refuse, type Checked, type FieldProblem } from './checked.js';

export interface NumberRules {
  /** The thing within a sentence: "the number of places". */
  readonly what: string;
  readonly least: number;
  readonly most: number;
}

/** What may be wrong with a whole number. */
export type NumberCode = 'missing' | 'not-a-whole-number' | 'too-small' | 'too-large';

/** A whole number as people type it: "120", "1,200". */
export function checkWhole(
  text: string,
  field: string,
  rules: NumberRules,
): Checked<number, FieldProblem<NumberCode>> {
  const typed = text.replaceAll(/\s/g, '');
  if (typed === '') return refuse(field, 'missing', `Enter ${rules.what}.`);
  if (!/^[-−]?(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(typed)) {
    return refuse(
      field,
      'not-a-whole-number',
      `Enter ${rules.what} as a whole number, like ${example(rules)}.`,
    );
  }
  const number = Number(typed.replaceAll(',', '').replace('−', '-'));
  // So many digits that no number holds them are still too many.
  return checkRange(
    Math.max(Math.min(number, Number.MAX_SAFE_INTEGER), Number.MIN_SAFE_INTEGER),
    field,
    rules,
  );
}

/** The same of what may be left blank: `null`. */
export function checkOptionalWhole(
  text: string,
  field: string,
  rules: NumberRules,
): Checked<number | null, FieldProblem<NumberCode>> {
  return text.trim() === '' ? accepted(null) : checkWhole(text, field, rules);
}

/** A number that was read already: whole, and neither too small nor too large. */
export function checkRange(
  number: number,
  field: string,
  { what, least, most }: NumberRules,
): Checked<number, FieldProblem<NumberCode>> {
  if (!Number.isInteger(number)) {
    return refuse(field, 'not-a-whole-number', `Give ${what} as a whole number.`);
  }
  if (number < least) {
    return refuse(field, 'too-small', `${capitalised(what)} must be ${grouped(least)} or more.`);
  }
  if (number > most) {
    return refuse(field, 'too-large', `${capitalised(what)} must be ${grouped(most)} or fewer.`);
  }
  return accepted(number);
}

const example = ({ least, most }: NumberRules) => Math.min(Math.max(least, 12), most);
const grouped = (number: number) => number.toLocaleString('en-GB');
const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
