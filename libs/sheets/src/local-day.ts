import { Temporal } from 'temporal-polyfill';
import type { SheetColumn } from './sheet.js';

/** The zone that the network's staff and members live in. */
const homeZone = 'Europe/London';

/** @throws RangeError for what is no date */
export const dayOf = (value: string | Temporal.PlainDate): Temporal.PlainDate =>
  typeof value === 'string' ? Temporal.PlainDate.from(value) : value;

/** An instant by the clocks of a column's zone, to the minute. @throws RangeError for an unknown zone, or no time */
export function momentOf(
  value: Date | Temporal.Instant,
  { zone = homeZone }: SheetColumn,
): Temporal.PlainDateTime {
  const instant = value instanceof Date ? Temporal.Instant.fromEpochMilliseconds(value.getTime()) : value;
  return instant
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .round({ smallestUnit: 'minute', roundingMode: 'trunc' });
}

/** Excel's day 0. Its 29 February 1900, which never was, makes days before March 1900 another number. */
const dayZero = Temporal.PlainDate.from('1899-12-30');
const firstDay = Temporal.PlainDate.from('1900-03-01');
const lastDay = Temporal.PlainDate.from('9999-12-31');

/** The number by which Excel knows a day; `null` where it knows none. */
export function serialOf(day: Temporal.PlainDate): number | null {
  const isKnown =
    Temporal.PlainDate.compare(day, firstDay) >= 0 && Temporal.PlainDate.compare(day, lastDay) <= 0;
  return isKnown ? dayZero.until(day).days : null;
}

/** As {@link serialOf}, the time as a part of the day. */
export function momentSerialOf(moment: Temporal.PlainDateTime): number | null {
  const day = serialOf(moment.toPlainDate());
  return day === null ? null : day + (moment.hour * 60 + moment.minute) / (24 * 60);
}

/** "2027-03-09 14:30", which every spreadsheet understands. */
export const momentInFigures = (moment: Temporal.PlainDateTime): string =>
  moment.toString({ smallestUnit: 'minute' }).replace('T', ' ');
