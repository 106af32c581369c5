import { Temporal } from 'temporal-polyfill';
import { dateInWords, timeRangeInWords } from '#ui';
import type { StandShift } from '../shifts/domain/shift.js';

type Times = Pick<StandShift, 'start' | 'end'>;

/** "9am to 11am" */
export function shiftTimes({ start, end }: Times, zone: string): string {
  const [from, until] = [start.toZonedDateTimeISO(zone), end.toZonedDateTimeISO(zone)];
  return timeRangeInWords(from.toPlainTime(), until.toPlainTime());
}

/** "Monday 27 September" @param day ISO */
export function dayWords(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return dateInWords(date, { impliedYear: date.year });
}

/** "Monday 27 September, 9am to 11am (Build-up)" @param day of the stand that it belongs to */
export function shiftWords(shift: Times & { readonly label: string }, day: string, zone: string): string {
  const label = shift.label === '' ? '' : ` (${shift.label})`;
  return `${dayWords(day)}, ${shiftTimes(shift, zone)}${label}`;
}

/** The first letters of a name's first and last word: "AE". */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], ...(words.length > 1 ? [words.at(-1)] : [])];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}

/** "5 hours", "1 hour 30 minutes", "45 minutes" */
export function durationWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 || hours === 0 ? [`${rest} ${rest === 1 ? 'minute' : 'minutes'}`] : []),
  ];
  return parts.join(' ');
}

/** "09:00", as a box for a time takes it. */
export const shiftClock = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
