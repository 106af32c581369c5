import { accepted, type Checked, type MoveDates } from '#checks';
import { checkDays, type WrittenDay } from './days.js';

/** The same days, all moved by as many. @returns problems where the clock leaves out the time of one */
export const copiedDays = (
  days: readonly WrittenDay[],
  move: MoveDates,
  zone: string,
): Checked<readonly WrittenDay[]> =>
  checkDays(
    days.map(({ day, kind, opens, closes }) => ({ day: accepted(move.day(day)), kind, opens, closes })),
    zone,
  );
