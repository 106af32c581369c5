import type { Temporal } from 'temporal-polyfill';

/**
 * The moment at which a clock shows a time. One that it leaves out in spring is the moment at which it does so.
 *
 * @param zone IANA
 * @param which of two moments at which it shows the same, as in autumn
 */
export function momentOf(
  local: Temporal.PlainDateTime,
  zone: string,
  which: 'earlier' | 'later',
): Temporal.Instant {
  const chosen = local.toZonedDateTime(zone, { disambiguation: which });
  if (chosen.toPlainDateTime().equals(local)) return chosen.toInstant();
  // The clock jumps between the two.
  const change = local.toZonedDateTime(zone, { disambiguation: 'earlier' }).getTimeZoneTransition('next');
  return (change ?? chosen).toInstant();
}
