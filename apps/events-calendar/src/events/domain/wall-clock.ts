import type { Temporal } from 'temporal-polyfill';
import { dateInWords } from './calendar-date.js';
import { accepted, refuse, type Checked } from './errors.js';
import { timeInWords } from './time-of-day.js';
import { zoneInWords } from './zones.js';

/** Which of the two instants is meant when the clocks go back and a wall-clock time comes twice. */
export type Disambiguation = 'earlier' | 'later' | 'reject';

/**
 * The instant at which clocks in `zone` show `local`.
 * A time that the clocks jump over is refused. One that comes twice is the first (RFC 5545 §3.3.5), unless the caller
 * says otherwise.
 */
export function instantOf(
  local: Temporal.PlainDateTime,
  zone: string,
  field: string,
  disambiguation: Disambiguation = 'earlier',
): Checked<Temporal.Instant> {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochNanoseconds === later.epochNanoseconds) return accepted(earlier.toInstant());

  const exists = earlier.toPlainDateTime().equals(local);
  if (!exists) return jumpedOver(local, earlier, later, field);
  if (disambiguation === 'reject') {
    return refuse(
      field,
      'time-ambiguous',
      `${timeInWords(local.toPlainTime())} comes twice on ${dateInWords(local)} in ${zoneInWords(zone)}, because the clocks go back. Say which is meant.`,
    );
  }
  return accepted((disambiguation === 'later' ? later : earlier).toInstant());
}

function jumpedOver(
  local: Temporal.PlainDateTime,
  before: Temporal.ZonedDateTime,
  after: Temporal.ZonedDateTime,
  field: string,
) {
  const change = after.getTimeZoneTransition('previous');
  const ahead = change?.toPlainTime() ?? after.toPlainTime();
  const old = ahead.subtract({ nanoseconds: after.offsetNanoseconds - before.offsetNanoseconds });
  return refuse(
    field,
    'time-does-not-exist',
    `${timeInWords(local.toPlainTime())} on ${dateInWords(local)} does not exist in ${zoneInWords(before.timeZoneId)}: the clocks go forward from ${timeInWords(old)} to ${timeInWords(ahead)}. Choose a time before ${timeInWords(old)}, or ${timeInWords(ahead)} or later.`,
  );
}

/**
 * The instant of an occurrence that a rule puts at `local`. A time that the clocks jump over is taken by the offset
 * before the jump, so 1:30am is told as 2:30am; one that comes twice is the first (RFC 5545 §3.3.5).
 */
export function instantOfOccurrence(local: Temporal.PlainDateTime, zone: string): Temporal.Instant {
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
}
