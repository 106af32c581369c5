import type { Temporal } from 'temporal-polyfill';
import { changeDays } from './clock-changes.js';

/** Whether the clocks show this time only once on its day. On the night when they go back, an hour comes twice. */
export function comesOnce(time: Temporal.ZonedDateTime): boolean {
  const local = time.toPlainDateTime();
  if (!changeDays(time.timeZoneId).has(local.toString().slice(0, 10))) return true;
  const first = local.toZonedDateTime(time.timeZoneId, { disambiguation: 'earlier' });
  return first.equals(local.toZonedDateTime(time.timeZoneId, { disambiguation: 'later' }));
}
