import { Temporal } from 'temporal-polyfill';
import type { ExhibitionDay } from '../../exhibitions/domain/exhibition.js';

/**
 * The day of the stand that a shift belongs to, also where it begins after midnight: that within whose hours it begins, else
 * the date on the clock.
 *
 * @param zone IANA, the exhibition's
 * @returns ISO date
 */
export function dayOfShift(start: Temporal.Instant, days: readonly ExhibitionDay[], zone: string): string {
  const own = days.find(
    (day) => Temporal.Instant.compare(day.start, start) <= 0 && Temporal.Instant.compare(start, day.end) < 0,
  );
  return own?.day ?? start.toZonedDateTimeISO(zone).toPlainDate().toString();
}
