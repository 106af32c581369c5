import type { Temporal } from 'temporal-polyfill';
import { dateInWords, dateRangeParts, monthInWords } from './date-in-words.js';
import type { TimePart } from './date-in-words.js';
import { timeInWords, zoneInWords } from './time-in-words.js';
import type { AnyWhen, TimedWhen } from './when.js';

export interface WhenWordsOptions {
  /** Where the reader is (IANA); `Europe/London` unless told. */
  readonly readerZone?: string;
  /** A year that goes without saying, usually the current one. */
  readonly impliedYear?: number | null;
}

function between(text: string): TimePart {
  return { text, datetime: null };
}

/** HTML's global date and time: `2019-10-01T10:00+01:00`. */
function machineTime(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ smallestUnit: 'minute', timeZoneName: 'never' });
}

/** The zone is named only where a clock in the reader's zone would show another time. */
function zonePart({ start, end, zone }: TimedWhen, readerZone: string): readonly TimePart[] {
  if (zone === readerZone) return [];
  const sameClock = [start, end].every(
    (instant) =>
      instant.toZonedDateTimeISO(zone).offsetNanoseconds ===
      instant.toZonedDateTimeISO(readerZone).offsetNanoseconds,
  );
  return sameClock ? [] : [between(`, ${zoneInWords(zone)}`)];
}

/**
 * The day that people count a moment to when something ends at it: midnight belongs to the evening before it.
 */
function closingDay(moment: Temporal.ZonedDateTime): Temporal.PlainDate {
  const day = moment.toPlainDate();
  return moment.hour === 0 && moment.minute === 0 ? day.subtract({ days: 1 }) : day;
}

function deadline(at: Temporal.ZonedDateTime, zone: readonly TimePart[], impliedYear: number | null) {
  const day = dateInWords(closingDay(at), { impliedYear });
  const time = timeInWords(at.toPlainTime());
  const text = time === 'midnight' ? `midnight at the end of ${day}` : `${time} on ${day}`;
  return [between('by '), { text, datetime: machineTime(at) }, ...zone];
}

function timed(when: TimedWhen, readerZone: string, impliedYear: number | null): readonly TimePart[] {
  const start = when.start.toZonedDateTimeISO(when.zone);
  const end = when.end.toZonedDateTimeISO(when.zone);
  const zone = zonePart(when, readerZone);
  if (start.equals(end)) return deadline(start, zone, impliedYear);

  const [first, last] = [start.toPlainDate(), closingDay(end)];
  const oneDay = first.equals(last);
  const sameYear = first.year === last.year;
  const firstYear = sameYear && !oneDay ? first.year : impliedYear;
  const startDay = dateInWords(first, { impliedYear: sameYear ? firstYear : null });
  const endDay = oneDay ? '' : `${dateInWords(last, { impliedYear: sameYear ? impliedYear : null })}, `;
  return [
    { text: `${startDay}, ${timeInWords(start.toPlainTime())}`, datetime: machineTime(start) },
    between(' to '),
    { text: `${endDay}${timeInWords(end.toPlainTime())}`, datetime: machineTime(end) },
    ...zone,
  ];
}

/** The words of {@link whenInWords} in parts, the times and dates apart from the words between them. */
export function whenParts(when: AnyWhen, options: WhenWordsOptions = {}): readonly TimePart[] {
  const { readerZone = 'Europe/London', impliedYear = null } = options;
  if (when.type === 'timed') return timed(when, readerZone, impliedYear);
  if (when.type === 'all-day') return dateRangeParts(when.first, when.last, { impliedYear });
  const month = { text: monthInWords(when.month), datetime: when.month.toString() };
  return [month, between(', date to be fixed')];
}

/**
 * When something is, as people say it, in the time of the place where it is:
 * "Tuesday 1 October 2019, 10am to 12 noon"; "…, 9am to 5pm, Rome time"; "by 12 noon on Friday 27 November 2020" where it
 * ends as it starts; "Tuesday 1 to Wednesday 2 October 2019"; "June 2026, date to be fixed".
 */
export function whenInWords(when: AnyWhen, options: WhenWordsOptions = {}): string {
  return whenParts(when, options)
    .map((part) => part.text)
    .join('');
}
