/** Titles that stand before a first name. */
const titles = new Set(
  'cllr councillor dr mr mrs ms miss mx prof professor rev revd sir dame lord lady baroness baron'.split(' '),
);

/**
 * As little of a name as lets somebody be told from others at a coach's door: "Ann F." of "Cllr Ann Featherstone".
 *
 * @returns the first name and the first letter of the last one; one word alone is cut to its first letter where a title stands
 *   before it ("Dr Okafor"), for then it is the family's
 */
export function driverName(name: string): string {
  const words = name.trim().split(/\s+/);
  const begins = words.findIndex((word) => !titles.has(word.replaceAll('.', '').toLowerCase()));
  const rest = words.slice(Math.max(begins, 0));
  const [first = '', ...others] = rest;
  const last = others.at(-1);
  if (last !== undefined) return `${first} ${initialOf(last)}.`;
  return rest.length < words.length ? `${initialOf(first)}.` : first;
}

/** The first letter with its marks; what stands before it, as an apostrophe or bracket does, is left out. */
function initialOf(word: string): string {
  const letters = [...new Intl.Segmenter('en-GB').segment(word)].map(({ segment }) => segment);
  return (letters.find((letter) => /\p{L}|\p{N}/u.test(letter)) ?? '').toUpperCase();
}
