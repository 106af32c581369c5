import { Temporal } from 'temporal-polyfill';

/** The wait after the first attempt, and the longest, in seconds. */
const first = 5;
const longest = 3600;

/** A server that is gone is looked for again this soon at first, and at the latest, in seconds. */
const firstLook = 1;
const latestLook = 60;

/** RFC 5321, section 4.5.4.1: giving up takes at least four or five days. */
const patience = Temporal.Duration.from({ hours: 5 * 24 });

/** Some of the wait is left to chance, so that many mails do not come back at one moment. */
function withChance(seconds: number, chance: number): Temporal.Duration {
  return Temporal.Duration.from({ milliseconds: Math.round(seconds * (0.5 + chance / 2) * 1000) });
}

/**
 * How long to wait before a deferred mail is tried again: 5 s at first, three times as long each time, an hour at most, and
 * some of that left to chance.
 *
 * @param attempts how often it was tried, from 1
 * @param chance from 0 to 1
 */
export function waitAfter(attempts: number, chance: number): Temporal.Duration {
  return withChance(Math.min(longest, first * 3 ** (attempts - 1)), chance);
}

/**
 * How long to wait before a server that does not answer is asked again.
 *
 * @param failures how often it has not answered in a row, from 1
 * @param chance from 0 to 1
 */
export function lookAgainAfter(failures: number, chance: number): Temporal.Duration {
  return withChance(Math.min(latestLook, firstLook * 2 ** (failures - 1)), chance);
}

/** The moment after which a mail is no longer tried. */
export function lastMoment(askedAt: Temporal.Instant, neededBy: Temporal.Instant | null): Temporal.Instant {
  return neededBy ?? askedAt.add(patience);
}
