import { Temporal } from 'temporal-polyfill';

/** A session that nobody uses ends after so long. */
const unused = Temporal.Duration.from({ hours: 30 * 24 });

/** However much it is used, a session ends after so long, and its person signs in again. */
export const longest = Temporal.Duration.from({ hours: 90 * 24 });

/** That a session is used is noted so often at the most. */
const notedEvery = Temporal.Duration.from({ minutes: 10 });

/** When a session ends by itself. */
export function expiryOf(createdAt: Temporal.Instant, lastSeenAt: Temporal.Instant): Temporal.Instant {
  const [first] = [createdAt.add(longest), lastSeenAt.add(unused)].toSorted((a, b) =>
    Temporal.Instant.compare(a, b),
  );
  return first ?? createdAt;
}

/** Whether it is time to note that the session is used. */
export function isDueToBeNoted(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(lastSeenAt.add(notedEvery), now) <= 0;
}

/** Why a session ended before its time. */
export const endedWhys = [
  'signed-out',
  'ended-by-owner',
  'replaced',
  'role-changed',
  'merged',
  'erased',
  'no-longer-staff',
] as const;

export type EndedWhy = (typeof endedWhys)[number];
