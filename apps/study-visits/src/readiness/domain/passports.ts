import {
  accepted,
  checkPlausibleDay,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import type { Passport } from '../../destination-rules/domain/judge-passports.js';

/** A passport as it is sealed; days are ISO. */
export interface KeptPassport extends Passport {
  readonly number: string;
  readonly nationality: string;
  /** ISO; `null` where it was not said. Hotels that report their guests have to have it. */
  readonly bornOn: string | null;
}

/** The same as it was typed or sent. */
export interface PassportInput {
  /** Blank: the number that is kept already in this place. */
  readonly number: string;
  /** ISO 3166-1, two letters. */
  readonly nationality: string;
  readonly bornOn: Checked<string | null>;
  readonly issuedOn: Checked<string | null>;
  readonly expiresOn: Checked<string | null>;
}

/** So many passports one may tell of. */
export const mostPassports = 2;

/** As a number is kept: without blanks and hyphens, in capitals. ICAO Doc 9303 has nine characters; some states more. */
export function tidyNumber(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase();
}

/** All but the last three characters hidden: "••••••567". */
export const maskedNumber = (number: string): string =>
  number.length <= 3 ? '•'.repeat(number.length) : '•'.repeat(number.length - 3) + number.slice(-3);

/**
 * Checks the passports of somebody. Dates may be left out: then it is said that they are missing, and the rest is kept.
 *
 * @param inputs those of which anything was filled in, by their places: 0 the first
 * @param kept what is kept in these places, for numbers that are left blank
 * @param isCountry whether there is a country with this code; @param today ISO
 */
export function checkPassports(
  inputs: readonly PassportInput[],
  kept: readonly KeptPassport[],
  isCountry: (code: string) => boolean,
  today: string,
): Checked<readonly KeptPassport[]> {
  if (inputs.length === 0)
    return refuse('passports.0.number', 'missing', 'Enter the number of the passport.');
  const checks = inputs.map((input, index) => checkOne(input, index, kept[index], isCountry, today));
  const passports = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (passports.length < checks.length) return refused(...problemsOf(...checks));
  const numbers = new Set(passports.map(({ number, nationality }) => `${nationality} ${number}`));
  return numbers.size < passports.length
    ? refuse(
        'passports.1.number',
        'passport-twice',
        'This is the first passport again. Leave the second out.',
      )
    : accepted(passports);
}

function checkOne(
  input: PassportInput,
  index: number,
  kept: KeptPassport | undefined,
  isCountry: (code: string) => boolean,
  today: string,
): Checked<KeptPassport> {
  const at = (name: string) => `passports.${index}.${name}`;
  const number = checkNumber(input.number, at('number'), kept);
  const code = input.nationality.trim().toUpperCase();
  const nationality: Checked<string> = isCountry(code)
    ? accepted(code)
    : refuse(at('nationality'), 'missing', 'Choose the country that issued the passport.');
  const bornOn = checkBirth(input.bornOn, at('bornOn'), today);
  const issuedOn = checkIssue(input.issuedOn, at('issuedOn'), today);
  const expiresOn = checkPlausibleDay(input.expiresOn, at('expiresOn'));
  if (!number.ok || !nationality.ok || !bornOn.ok || !issuedOn.ok || !expiresOn.ok) {
    return refused(...problemsOf<FieldProblem>(number, nationality, bornOn, issuedOn, expiresOn));
  }
  if (issuedOn.value !== null && expiresOn.value !== null && expiresOn.value <= issuedOn.value) {
    return refuse(
      at('expiresOn'),
      'before-start',
      'Check the two dates: a passport expires after it was issued.',
    );
  }
  return accepted({
    number: number.value,
    nationality: nationality.value,
    bornOn: bornOn.value,
    issuedOn: issuedOn.value,
    expiresOn: expiresOn.value,
  });
}

function checkNumber(typed: string, field: string, kept: KeptPassport | undefined): Checked<string> {
  if (typed.trim() === '' && kept !== undefined) return accepted(kept.number);
  const text = checkText(typed, field, {
    longest: 40,
    missing: { code: 'missing', message: 'Enter the number of the passport.' },
  });
  if (!text.ok) return text;
  const number = tidyNumber(text.value);
  // What was typed is not said again: it may be a number with a slip in it.
  return /^[A-Z0-9]{5,20}$/.test(number)
    ? accepted(number)
    : refuse(
        field,
        'not-a-passport-number',
        'Enter the number as the passport shows it: 5 to 20 letters and digits.',
      );
}

/** Who travels is alive, and was born before anybody who is. */
function checkBirth(given: Checked<string | null>, field: string, today: string): Checked<string | null> {
  if (!given.ok || given.value === null) return given;
  return given.value > '1900-01-01' && given.value < today
    ? given
    : refuse(field, 'date-implausible', 'Check the year of birth: it must be after 1900 and not to come.');
}

function checkIssue(given: Checked<string | null>, field: string, today: string): Checked<string | null> {
  const day = checkPlausibleDay(given, field);
  if (!day.ok || day.value === null || day.value <= today) return day;
  return refuse(field, 'in-the-future', 'Enter the day of issue, which is today or earlier.');
}
