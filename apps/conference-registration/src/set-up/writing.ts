import { Temporal } from 'temporal-polyfill';
import { dateInWords, moneyInWords } from '#ui';

/** An ISO date as pages and histories write it: "Sunday 31 January 2027". */
export const dayInWords = (day: string): string => dateInWords(Temporal.PlainDate.from(day));

/** How histories write days and sums. */
export const writing = {
  day: dayInWords,
  money: (pence: number): string => moneyInWords(pence),
};

/** "31 January 2027", for tables. @param day ISO */
export const shortDay = (day: string): string =>
  dateInWords(Temporal.PlainDate.from(day), { weekday: false });
