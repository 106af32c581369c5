/**
 * What is the same for two names that differ in writing only: "The People’s Co-operative & Trust Ltd." and "Peoples
 * Cooperative and Trust Limited". Capitals, accents, blanks, punctuation, "&" or "+" for "and", a leading "The" and
 * abbreviated legal forms do not count. All other words do: "Oldham Council" and "Oldham Town Council" are two bodies.
 *
 * @returns letters and digits alone; the name itself, trimmed, when it has none
 */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[’'`´]/g, '')
    .trim()
    .replace(/^the\s+/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => sameWords.get(word) ?? word);
  const key = words.join('');
  return key === '' ? name.normalize('NFC').trim() : key;
}

/** Words of which one is written for the other. */
const sameWords = new Map([
  ['limited', 'ltd'],
  ['incorporated', 'inc'],
  ['saint', 'st'],
]);
