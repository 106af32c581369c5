import { createHmac } from 'node:crypto';

/** Capitals and digits that nobody takes for each other; no vowels, so that no words come about. */
const letters = 'BCDFGHJKMNPQRTVWXYZ2346789';
const length = 6;

/** How many wrong codes a link bears. */
export const wrongCodesAllowed = 5;

/**
 * The code that the asking browser shows, for use on another device. It follows from the browser's secret, so that the
 * page can show it again without its being kept anywhere.
 */
export function codeOf(browserSecret: string): string {
  let number = createHmac('sha256', browserSecret).update('code').digest().readBigUInt64BE();
  const base = BigInt(letters.length);
  let code = '';
  for (let place = 0; place < length; place += 1) {
    code += letters[Number(number % base)] ?? '';
    number /= base;
  }
  return code;
}

/** A code as it is easiest to read: "BCD FGH". */
export function codeInWords(code: string): string {
  return `${code.slice(0, length / 2)} ${code.slice(length / 2)}`;
}

/** What somebody typed, without what does not matter: capitals or not, blanks, dashes. */
export function typedCode(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z\d]/g, '');
}
