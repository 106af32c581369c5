import { gist, nameKey } from '../../domain/name-key.js';

/** What is shorter may differ in a letter and be quite another name; what is longer is none, and costs much. In characters. */
const compared = { shortest: 6, longest: 250 };

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
    for (const form of formsOf(name)) {
      for (const variant of variantsOf(form)) {
        const found = this.byVariant.get(variant)?.find((entry) => isAlike(entry.form, form));
        if (found !== undefined) return found.named;
      }
    }
    return null;
  }

  add(named: Named): void {
    const core = gist(named.name);
    if (core !== '' && !this.byGist.has(core)) this.byGist.set(core, named);
    for (const form of formsOf(named.name)) {
      for (const variant of variantsOf(form)) {
        const entries = this.byVariant.get(variant);
        if (entries === undefined) this.byVariant.set(variant, [{ form, named }]);
        else entries.push({ form, named });
      }
    }
  }
}

interface Entry<Named> {
  readonly form: string;
  readonly named: Named;
}

/** A name as it is compared letter by letter: all of it, and without the words that it may go without. */
const formsOf = (name: string): string[] =>
  [...new Set([nameKey(name), gist(name)])].filter(
    ({ length }) => length >= compared.shortest && length <= compared.longest,
  );

/**
 * Two forms that differ in one letter have one of these in common: the form itself, or the form with one letter left out (the
 * symmetric deletes of Garbe's SymSpell). Forms that differ more may as well.
 */
function variantsOf(form: string): string[] {
  const shorter = Array.from(form, (_, index) => `${form.slice(0, index)}${form.slice(index + 1)}`);
  return [...new Set([form, ...shorter])];
}

const digitsOf = (form: string): string => form.replaceAll(/\D+/gu, ' ').trim();

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
