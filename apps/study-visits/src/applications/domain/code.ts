// Without those that are mistaken for each other when they are read out or written by hand, and without vowels, so that no
// code is a word.
const signs = 'CDFGHJKMNPQRTVWXY34679';

/** How long a code is, in characters. */
export const codeLength = 6;

/** "K7M4QD": under which an application stands in the draw. */
export const codePattern = new RegExp(`^[${signs}]{${codeLength}}$`);

/**
 * A code as chance has it, so that nobody can choose theirs; one of 113 million.
 *
 * @param pick a whole number from 0 to below what it is given, all as likely as each other
 */
export const newCode = (pick: (below: number) => number): string =>
  Array.from({ length: codeLength }, () => signs.charAt(pick(signs.length))).join('');
