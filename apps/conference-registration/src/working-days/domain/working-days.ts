import type { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays.js';

const saturday = 6;

/** Whether offices in England and Wales are open: Monday to Friday, but for bank holidays. */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < saturday && !bankHolidays(day.year).some((holiday) => holiday.equals(day));
}

/**
 * The working day so many working days after a day; the day itself does not count.
 *
 * @param days 0 or more; 0: the day itself where it is one, otherwise the next
 */
export function addWorkingDays(day: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let reached = day;
  for (let left = days; left > 0;) {
    reached = reached.add({ days: 1 });
    if (isWorkingDay(reached)) left -= 1;
  }
  while (!isWorkingDay(reached)) reached = reached.add({ days: 1 });
  return reached;
}
