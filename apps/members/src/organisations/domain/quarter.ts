import { Temporal } from 'temporal-polyfill';

/** The membership year begins with this month, August; it is invoiced in September. */
export const firstMonth = 8;

/** The year, by the one it begins in, that a day belongs to: 31 July 2026 → 2025. */
export function membershipYear(date: string): number {
  const { year, month } = Temporal.PlainDate.from(date);
  return month >= firstMonth ? year : year - 1;
}

/** "2025 to 2026" */
export const yearInWords = (year: number): string => `${year} to ${year + 1}`;

/** The first and the last day of the membership year. */
export function daysOfYear(year: number): { readonly first: string; readonly last: string } {
  const first = Temporal.PlainDate.from({ year, month: firstMonth, day: 1 });
  return { first: first.toString(), last: first.add({ years: 1 }).subtract({ days: 1 }).toString() };
}

/** The last day of the quarter of the membership year (from August, November, February, May) that a day is in. */
export function endOfQuarter(date: string): string {
  const day = Temporal.PlainDate.from(date);
  const monthsIn = (day.month - firstMonth + 12) % 3;
  return day
    .with({ day: 1 })
    .add({ months: 3 - monthsIn })
    .subtract({ days: 1 })
    .toString();
}
