import { createHash } from 'node:crypto';

/** An application in the order of the draw. */
export interface Drawn {
  readonly code: string;
  /** SHA-256 of the seed, a colon and the code, in lower-case hexadecimal. */
  readonly hash: string;
}

/**
 * What decides where an application stands in the draw. Anybody gets the same with standard tools:
 * `printf '%s' 'SEED:CODE' | sha256sum`.
 *
 * @param code of the application: the server gives it, so that nobody can look for one that comes early
 */
export const drawHash = (seed: string, code: string): string =>
  createHash('sha256').update(`${seed}:${code}`, 'utf8').digest('hex');

/** All applications in the order in which they are drawn: the smallest hash first. @param codes each once */
export function drawOrder(seed: string, codes: readonly string[]): readonly Drawn[] {
  return codes
    .map((code) => ({ code, hash: drawHash(seed, code) }))
    .toSorted((one, other) => (one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0));
}

/**
 * What somebody types into a shell to draw again; `codes.txt` has a code on each line.
 *
 * @param seed letters and digits, so that nothing in it means anything to the shell
 */
export const drawCommand = (seed: string): string =>
  `while read -r code; do printf '%s:%s' '${seed}' "$code" | sha256sum | sed "s/-/$code/"; done < codes.txt | LC_ALL=C sort`;
