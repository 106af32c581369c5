import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '#ui';

/** "Sun 23" @param day ISO */
export const dayShort = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return `${dateInWords(date).slice(0, 3)} ${date.day}`;
};

/** "Sunday 23 September" @param day ISO */
export const dayLong = (day: string): string => {
  const date = Temporal.PlainDate.from(day);
  return dateInWords(date, { impliedYear: date.year });
};

/** "Sun 23", "Sun 23 to Wed 26" @param days ISO, at least one */
export const daysShort = (days: readonly string[]): string =>
  [...new Set([days[0] ?? '', days.at(-1) ?? ''])].map(dayShort).join(' to ');
