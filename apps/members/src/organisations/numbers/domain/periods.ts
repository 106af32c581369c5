import { Temporal } from 'temporal-polyfill';
import { daysOfYear, membershipYear, yearInWords } from '../../domain/quarter.js';

/** A stretch of time that the numbers are told of. */
export interface Period {
  /** "2025 to 2026", "August 2025" */
  readonly label: string;
  /** The first and the last day, ISO dates. */
  readonly first: string;
  readonly last: string;
}

/** More years than these no plot shows well; the latest are kept. */
const mostYears = 30;

/**
 * The membership years from that of one day to that of another.
 *
 * @param first ISO date
 * @param last ISO date
 */
export function yearPeriods(first: string, last: string): readonly Period[] {
  const end = membershipYear(last);
  const begin = Math.max(Math.min(membershipYear(first), end), end - mostYears + 1);
  return Array.from({ length: end - begin + 1 }, (_, index) => ({
    label: yearInWords(begin + index),
    ...daysOfYear(begin + index),
  }));
}

/**
 * The months of a membership year.
 *
 * @param year the one it begins in
 * @param today ISO date; months after it are left out
 * @param nameOf names a month
 */
export function monthPeriods(
  year: number,
  today: string,
  nameOf: (month: Temporal.PlainYearMonth) => string,
): readonly Period[] {
  const start = Temporal.PlainDate.from(daysOfYear(year).first);
  return Array.from({ length: 12 }, (_, index) => {
    const first = start.add({ months: index });
    const last = first.add({ months: 1 }).subtract({ days: 1 });
    return { label: nameOf(first.toPlainYearMonth()), first: first.toString(), last: last.toString() };
  }).filter(({ first }) => first <= today);
}
