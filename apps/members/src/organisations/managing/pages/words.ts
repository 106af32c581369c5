import { Temporal } from 'temporal-polyfill';
import { dateInWords } from '#ui';

/** "1 August 2024". @param date ISO date */
export function dayInWords(date: string): string {
  return dateInWords(Temporal.PlainDate.from(date), { weekday: false });
}
