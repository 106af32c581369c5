import { dateInWords } from '#ui';
import { instantOf } from '#platform';

/**
 * The day of a moment, for tables: "16 November 2026".
 *
 * @param zone an IANA zone
 */
export const dayOf = (at: Date, zone: string): string =>
  dateInWords(instantOf(at).toZonedDateTimeISO(zone).toPlainDate(), { weekday: false });
