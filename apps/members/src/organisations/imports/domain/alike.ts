import { nameKey } from '../../domain/name-key.js';

/** Words that tell what sort of body it is rather than which: "Salford" and "Salford City Council" may be one. */
const generic = new Set(
  (
    'and of the for a an city county district borough royal metropolitan london town parish community council ' +
    'councils authority unitary ltd limited plc inc cic cio co uk group society community'
  ).split(' '),
);

/** What is shorter may stand for many, in characters. */
const shortest = { core: 3, key: 6 };

/** A body of which there may be one record already. */
export interface Named {
  readonly name: string;
}

/**
 * Finds names that look like another: with a letter more, fewer or different, or the same but for words such as "city",
 * "borough" and "council". Numbers have to be the same. Names whose keys are equal are the same and are not looked for here.
 */
export class AlikeNames<Body extends Named> {
  private readonly byCore = new Map<string, Body>();
  private readonly byLetters = new Map<string, Body>();

  /** The body that was put in first of those that look like this name. */
  find(name: string): Body | null {
    const core = coreOf(name);
    const alike = core === null ? undefined : this.byCore.get(core);
    if (alike !== undefined) return alike;
    for (const variant of variantsOf(nameKey(name))) {
      const found = this.byLetters.get(variant);
      if (found !== undefined && digitsOf(found.name) === digitsOf(name)) return found;
    }
    return null;
  }

  add(body: Body): void {
    const core = coreOf(body.name);
    if (core !== null && !this.byCore.has(core)) this.byCore.set(core, body);
    for (const variant of variantsOf(nameKey(body.name))) {
      if (!this.byLetters.has(variant)) this.byLetters.set(variant, body);
    }
  }
}

/** The words that tell which body it is, in any order. */
function coreOf(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replaceAll(/[\p{M}’']/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !generic.has(word));
  const core = words.toSorted().join(' ');
  return core.length < shortest.core ? null : core;
}

/**
 * Two keys that differ in one letter have a variant in common: the key itself, or the key with one letter left out. (The
 * symmetric deletes of Garbe's SymSpell, with a distance of one.)
 */
function variantsOf(key: string): string[] {
  if (key.length < shortest.key) return [];
  return [key, ...Array.from(key, (_, index) => `${key.slice(0, index)}${key.slice(index + 1)}`)];
}

const digitsOf = (name: string): string => name.replaceAll(/\D+/gu, ' ').trim();
