import { accepted, refuse, type Checked, type FieldProblem } from './checked.js';

export interface TextRules<Code extends string = string> {
  /** In characters (code points). */
  readonly longest: number;
  /** What to say when it is blank. */
  readonly missing: { readonly code: Code; readonly message: string };
  /** Line breaks and tabs are kept; otherwise they are refused. */
  readonly manyLines?: boolean;
}

/** What may be wrong with a text besides its being blank. */
export type TextCode = 'unprintable-character' | 'too-long';

// Control characters, halves of a character (which no database keeps), and the line and paragraph separators.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const unprintableInLines = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/** Text that must be there: trimmed, composed (NFC), of bounded length, without control characters. */
export function checkText<Code extends string>(
  text: string,
  field: string,
  rules: TextRules<Code>,
): Checked<string, FieldProblem<Code | TextCode>> {
  const cleaned = text.replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();
  if (cleaned === '') return refuse(field, rules.missing.code, rules.missing.message);
  if ((rules.manyLines ? unprintableInLines : unprintable).test(cleaned)) {
    return refuse(
      field,
      'unprintable-character',
      rules.manyLines
        ? 'This contains a character that cannot be shown. Delete the text around it and type it again.'
        : 'This contains a line break or a character that cannot be shown. Write it on one line.',
    );
  }
  const length = Array.from(cleaned).length;
  if (length > rules.longest) {
    return refuse(
      field,
      'too-long',
      `This has ${length.toLocaleString('en-GB')} characters. Shorten it to ${rules.longest.toLocaleString('en-GB')} or fewer.`,
    );
  }
  return accepted(cleaned);
}

/** Text that may be left out: `null` when blank. */
export function checkOptionalText(
  text: string | null | undefined,
  field: string,
  rules: Omit<TextRules, 'missing'>,
): Checked<string | null, FieldProblem<TextCode>> {
  if (text === null || text === undefined || text.trim() === '') return accepted(null);
  // Blank is dealt with above, so what is said of it is never seen.
  return checkText(text, field, { ...rules, missing: { code: 'too-long', message: '' } });
}

/** One of the choices, exactly as written there. */
export function checkChoice<T extends string>(
  text: string,
  choices: readonly T[],
  field: string,
  asked: string,
): Checked<T, FieldProblem<'unknown-choice'>> {
  const found = choices.find((choice) => choice === text.trim());
  return found === undefined
    ? refuse(field, 'unknown-choice', `${asked} Choose one of: ${choices.join(', ')}.`)
    : accepted(found);
}

/** An e-mail address, or `null` when blank. Nothing that has blanks, commas or brackets in it gets through. */
export function checkEmail(
  text: string | null | undefined,
  field: string,
): Checked<string | null, FieldProblem<TextCode | 'not-an-email-address'>> {
  const email = checkOptionalText(text, field, { longest: 254 });
  if (!email.ok || email.value === null) return email;
  if (/^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:".\\]+$/.test(email.value)) return email;
  return refuse(
    field,
    'not-an-email-address',
    `“${email.value}” is not an email address. Write it like name@example.org.`,
  );
}
