import { Temporal } from 'temporal-polyfill';

/** A signing key, as far as its times go. */
export interface ScheduledKey {
  readonly kid: string;
  readonly signsFrom: Temporal.Instant;
}

/** For so long one key signs. */
const signsFor = Temporal.Duration.from({ hours: 30 * 24 });

/** A key is published so long before it signs, so that whoever looks it up now and then knows it by then. */
const publishedBefore = Temporal.Duration.from({ hours: 24 });

/** A key stays published for so long after the last token that it signed is over, as clocks differ. */
const publishedAfter = Temporal.Duration.from({ hours: 24 });

/** What is to be done about the keys. */
export interface KeyPlan {
  /** When the key signs from that is to be made now; `null`: none is due. */
  readonly make: Temporal.Instant | null;
  /** The keys that nobody needs any more. */
  readonly forget: readonly string[];
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) > 0;

const bySigning = (a: ScheduledKey, b: ScheduledKey) => Temporal.Instant.compare(a.signsFrom, b.signsFrom);

/** The key that signs now: the latest of those whose time has come. `null` when there is none. */
export function signingKey<Key extends ScheduledKey>(
  keys: readonly Key[],
  now: Temporal.Instant,
): Key | null {
  return (
    keys
      .filter(({ signsFrom }) => !isAfter(signsFrom, now))
      .toSorted(bySigning)
      .at(-1) ?? null
  );
}

/**
 * What is to be done now. Where no key signs, one is made that does at once; where the time of the last one nears its end,
 * or is over because nobody looked for long, the next one is published first and signs only a day later.
 *
 * @param keys those that we can sign with
 * @param tokenLife how long a token is good for
 */
export function planKeys(
  keys: readonly ScheduledKey[],
  now: Temporal.Instant,
  tokenLife: Temporal.Duration,
): KeyPlan {
  const inOrder = keys.toSorted(bySigning);
  const last = inOrder.at(-1);
  if (last === undefined || signingKey(keys, now) === null) return { make: now, forget: [] };
  const due = last.signsFrom.add(signsFor);
  const soonest = now.add(publishedBefore);
  const make = isAfter(due, soonest) ? null : soonest;
  const forget = inOrder
    .filter((_, index) => {
      const next = inOrder[index + 1];
      return next && !isAfter(next.signsFrom.add(tokenLife).add(publishedAfter), now);
    })
    .map(({ kid }) => kid);
  return { make, forget };
}
