import {
  accepted,
  checkEmail,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
} from '#checks';

/** How long somebody is kept after the last visit that they interpreted for, in months. */
export const interpretersKeptFor = 24;

/** Somebody who interprets. */
export interface InterpreterDetails {
  readonly name: string;
  /** "Italian"; at least one. */
  readonly languages: readonly string[];
  readonly email: string | null;
  readonly phone: string | null;
  /** For staff alone. */
  readonly notes: string;
}

/** The same as a form or a program gives it. */
export interface InterpreterInput {
  readonly name: string;
  /** With commas between them: "Italian, Spanish". */
  readonly languages: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly notes: string;
}

/** @returns the interpreter, or all that is wrong, each at its field */
export function checkInterpreter(input: InterpreterInput): Checked<InterpreterDetails> {
  const name = checkText(input.name, 'name', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter the interpreter’s name.' },
  });
  const languages = checkLanguages(input.languages);
  const email = checkEmail(input.email, 'email');
  const phone = checkOptionalText(input.phone, 'phone', { longest: 50 });
  const notes = checkOptionalText(input.notes, 'notes', { longest: 5000, manyLines: true });
  if (!name.ok || !languages.ok || !email.ok || !phone.ok || !notes.ok) {
    return refused(...problemsOf(name, languages, email, phone, notes));
  }
  return accepted({
    name: name.value,
    languages: languages.value,
    email: email.value,
    phone: phone.value,
    notes: notes.value ?? '',
  });
}

function checkLanguages(typed: string): Checked<readonly string[]> {
  const text = checkText(typed, 'languages', {
    longest: 200,
    missing: { code: 'missing', message: 'Enter at least one language, such as Italian.' },
  });
  if (!text.ok) return text;
  const languages = text.value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return languages.length === 0
    ? refuse('languages', 'missing', 'Enter at least one language, such as Italian.')
    : accepted([...new Set(languages)]);
}
