import { Temporal } from 'temporal-polyfill';
import { dateInWords } from './date-in-words.js';
import { timeInWords } from './time-in-words.js';

/** The zone that the network's staff and members live in. */
const homeZone = 'Europe/London';

/**
 * When something happened: "Sunday 22 November 2026, 2.01am".
 *
 * @param at an instant, as a row has it
 * @param zone an IANA zone, the network's own unless given
 */
export function momentInWords(at: Date, zone: string = homeZone): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return `${dateInWords(local.toPlainDate())}, ${timeInWords(local.toPlainTime())}`;
}
