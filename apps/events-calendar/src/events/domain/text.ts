import { accepted, refuse, type Checked, type ProblemCode } from './errors.js';

export interface TextRules {
  /** In characters (code points). */
  readonly longest: number;
  /** What to say when it is blank. */
  readonly missing: { readonly code: ProblemCode; readonly message: string };
  /** Line breaks and tabs are kept; otherwise they are refused. */
  readonly manyLines?: boolean;
}

// Control characters, halves of a character (which no database keeps), and the line and paragraph separators.
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const unprintableInLines = /(?![\n\t])[\p{Cc}\p{Cs}]/u;

/** Text that must be there: trimmed, composed (NFC), of bounded length, without control characters. */
export function checkText(text: string, field: string, rules: TextRules): Checked<string> {
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
): Checked<string | null> {
  if (text === null || text === undefined || text.trim() === '') return accepted(null);
  return checkText(text, field, { ...rules, missing: { code: 'missing', message: '' } });
}
