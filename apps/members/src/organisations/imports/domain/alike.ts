import { gist, nameKey } from '../../domain/name-key.js';

/** A shorter key may differ in a letter and be quite another name, in characters. */
const shortestKey = 6;

/**
 * Finds names that look like another: the same but for words such as "borough" and "council" (see `gist`), or with one
 * letter more, fewer, different, or changed with its neighbour. Numbers have to be the same. Thousands of names are compared
 * with thousands; names that are the same by `nameKey` are found as well.
 */
export class AlikeNames<Named extends { readonly name: string }> {
  private readonly byGist = new Map<string, Named>();
  private readonly byVariant = new Map<string, Entry<Named>[]>();

  /** The one that was put in first of those that look like this name. */
  find(name: string): Named | null {
    const alike = this.byGist.get(gist(name));
    if (alike !== undefined) return alike;
    const key = nameKey(name);
    for (const variant of variantsOf(key)) {
      const found = this.byVariant.get(variant)?.find((entry) => isAlike(entry.key, key));
      if (found !== undefined) return found.named;
    }
    return null;
  }

  add(named: Named): void {
    const core = gist(named.name);
    if (core !== '' && !this.byGist.has(core)) this.byGist.set(core, named);
    const key = nameKey(named.name);
    for (const variant of variantsOf(key)) {
      const entries = this.byVariant.get(variant);
      if (entries === undefined) this.byVariant.set(variant, [{ key, named }]);
      else entries.push({ key, named });
    }
  }
}

interface Entry<Named> {
  readonly key: string;
  readonly named: Named;
}

/**
 * Two keys that differ in one letter have one of these in common: the key itself, or the key with one letter left out (the
 * symmetric deletes of Garbe's SymSpell). Keys that differ more may as well.
 */
function variantsOf(key: string): string[] {
  if (key.length < shortestKey) return [];
  const shorter = Array.from(key, (_, index) => `${key.slice(0, index)}${key.slice(index + 1)}`);
  return [...new Set([key, ...shorter])];
}

const digitsOf = (key: string): string => key.replaceAll(/\D+/gu, ' ').trim();

/** Whether one letter is all the difference: one more or fewer, another one, or two that have changed places. */
function isAlike(a: string, b: string): boolean {
  if (digitsOf(a) !== digitsOf(b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
}
