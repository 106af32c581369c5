import { Temporal } from 'temporal-polyfill';
import { earliestYear, latestYear } from '../../events/domain/calendar-date.js';

/** The month in an address, `2026-11`; `null` for anything else and for years that the calendar does not keep. */
export function readMonth(text: string): Temporal.PlainYearMonth | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const read = Temporal.PlainYearMonth.from({ year: Number(year), month: Number(month) });
  return isKept(read) ? read : null;
}

/** Whether the calendar has a page for the month. */
export const isKept = (month: Temporal.PlainYearMonth): boolean =>
  month.year >= earliestYear && month.year <= latestYear;

/** The year in an address of the archive; `null` for anything else, for years before the calendar's, and to come. */
export function readArchiveYear(text: string, thisYear: number): number | null {
  if (!/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year >= earliestYear && year <= thisYear ? year : null;
}
