import { Temporal } from 'temporal-polyfill';

/** How long answers of the special categories are kept after the last day of their conference. */
export const keptDays = 30;

/** The day on which they are erased. @param lastDay ISO date, as is what is returned */
export const erasedOn = (lastDay: string): string =>
  Temporal.PlainDate.from(lastDay).add({ days: keptDays }).toString();

/** Whether that day has come. @param today ISO date, where the conference is */
export const isDue = (lastDay: string, today: string): boolean => today >= erasedOn(lastDay);
