import { accepted, refuse, type Checked } from '#checks';

/** Letters and digits that nobody takes for one another, in print or by ear: no I, L, O, 0 and 1. */
export const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export const longestCode = 40;
const shortestCode = 3;

/** How many characters are made after the prefix: 31⁶ is more than 887 million. */
export const madeLength = 6;

/** A code as people type it, in capitals: letters, digits and hyphens, none at an end. */
export function checkCodeText(typed: string, field: string): Checked<string> {
  const code = typed.replaceAll(/\s/g, '').toUpperCase();
  if (code === '') return refuse(field, 'missing', 'Enter the code that people will type.');
  if (!/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(code)) {
    const message = 'A code has letters from A to Z, digits, and hyphens between them, like SPEAKER-2027.';
    return refuse(field, 'not-a-code', message);
  }
  if (code.length < shortestCode || code.length > longestCode) {
    return refuse(field, 'code-length', `A code has from ${shortestCode} to ${longestCode} characters.`);
  }
  return accepted(code);
}

/** What stands before made codes; may be empty. */
export function checkPrefix(typed: string, field: string): Checked<string> {
  const prefix = typed.replaceAll(/\s/g, '').toUpperCase().replace(/-+$/, '');
  const longest = longestCode - madeLength - 1;
  if (prefix === '' || (/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/.test(prefix) && prefix.length <= longest)) {
    return accepted(prefix);
  }
  const message = `What the codes begin with has letters, digits and hyphens, ${longest} at most, like PRESS.`;
  return refuse(field, 'not-a-prefix', message);
}

/**
 * New codes that nobody can guess, each once.
 *
 * @param random a whole number from 0 to below the given one, each as likely as the others
 * @param taken codes that there are already
 */
export function makeCodes(
  number: number,
  prefix: string,
  taken: ReadonlySet<string>,
  random: (below: number) => number,
): readonly string[] {
  const made = new Set<string>();
  while (made.size < number) {
    const letters = Array.from({ length: madeLength }, () => alphabet.charAt(random(alphabet.length)));
    const code = [...(prefix === '' ? [] : [prefix]), letters.join('')].join('-');
    if (!taken.has(code)) made.add(code);
  }
  return [...made];
}
