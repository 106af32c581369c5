/** How often and how soon a message that could not be handled comes again. */
export interface Retries {
  /** How often it is tried in all. */
  readonly attempts: number;
  /** About how long after the first failure it comes again, in milliseconds; each time twice as long. */
  readonly firstDelay: number;
  /** How soon it comes again when it was not at fault, as our own database did not answer, in milliseconds. */
  readonly postponement: number;
}

/** With these a message is tried for about four minutes. */
export const usualRetries: Retries = { attempts: 10, firstDelay: 500, postponement: 5000 };

/** The longest pause between two attempts, in milliseconds. */
const longestDelay = 5 * 60_000;

/**
 * How long to wait after a failure: twice as long as after the one before, less up to half of it by chance, so that what
 * failed together does not come again together.
 *
 * @param failures how often it has failed, at least 1
 * @param chance from 0 to 1
 * @returns milliseconds
 */
export function delayAfter(
  failures: number,
  { firstDelay }: Pick<Retries, 'firstDelay'>,
  chance: number,
): number {
  const full = Math.min(longestDelay, firstDelay * 2 ** (failures - 1));
  return Math.round(full * (1 - chance / 2));
}
