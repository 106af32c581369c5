/**
 * What is the same for two names that differ in writing only: "The People’s Co-operative & Trust Ltd." and "Peoples
 * Cooperative and Trust Limited". Capitals, accents, blanks, punctuation, "&" or "+" for "and", a leading "The" and
 * abbreviated legal forms do not count. All other words do: "Oldham Council" and "Oldham Town Council" are two bodies.
 *
 * @returns letters and digits alone; the name itself, trimmed, when it has none
 */
export function nameKey(name: string): string {
  const key = words(name).join('');
  return key === '' ? name.normalize('NFC').trim() : key;
}

function words(name: string): readonly string[] {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\bco-op/g, 'coop')
    .replaceAll(/[&+]/g, ' and ')
    .replaceAll(/[’'`´]/g, '')
    .trim()
    .replace(/^the\s+/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => sameWords.get(word) ?? word);
}

/** Words of which one is written for the other. */
const sameWords = new Map([
  ['limited', 'ltd'],
  ['incorporated', 'inc'],
  ['saint', 'st'],
]);

/** Words that a council's name goes with or without: "Oldham Council" is "Oldham Metropolitan Borough Council". */
const optionalWords = new Set([
  'borough',
  'city',
  'cooperative',
  'council',
  'county',
  'district',
  'london',
  'ltd',
  'metropolitan',
  'of',
  'royal',
]);

/** What is left of a name without the words that it may go with or without; "town" and "parish" are not among them. */
export function gist(name: string): string {
  return words(name)
    .filter((word) => !optionalWords.has(word))
    .join('');
}

/**
 * Those whose names are much like a name, though not the same by {@link nameKey}: people should look whether they are one.
 */
export function similarNames<Named extends { readonly name: string }>(
  name: string,
  others: readonly Named[],
): readonly Named[] {
  const wanted = gist(name);
  const key = nameKey(name);
  if (wanted === '') return [];
  return others.filter((other) => nameKey(other.name) !== key && gist(other.name) === wanted);
}
