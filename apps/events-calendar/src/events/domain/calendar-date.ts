import { Temporal } from 'temporal-polyfill';
import { accepted, refuse, type Checked, type DatePart } from './errors.js';

/** A date as its three inputs send it; blank where left out. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const earliestYear = 1990;
export const latestYear = 2100;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const isBlank = (parts: DateParts): boolean =>
  [parts.day, parts.month, parts.year].every((part) => part.trim() === '');

/** “30 February 2027”; also of days that do not exist. */
export const dateInWords = (date: { day: number; month: number; year: number }): string =>
  `${date.day} ${monthNames[date.month - 1] ?? date.month} ${date.year}`;

/** “June 2026” */
export const monthInWords = (month: Temporal.PlainYearMonth): string =>
  `${monthNames[month.month - 1] ?? month.month} ${month.year}`;

/** Reads a day. The month may be a number, a name or its first three letters; the year needs its four digits. */
export function readDate(parts: DateParts, field: string): Checked<Temporal.PlainDate> {
  if (isBlank(parts)) return refuse(field, 'date-missing', 'Enter a date, such as 1 6 2027.');
  const missing = missingParts(parts, ['day', 'month', 'year']);
  if (missing.length > 0) return incomplete(missing, field);
  const day = digits(parts.day, 2);
  const month = readMonthNumber(parts.month);
  const year = digits(parts.year, 4);
  const unreadable: DatePart[] = [];
  if (day === null) unreadable.push('day');
  if (month === null) unreadable.push('month');
  if (year === null) unreadable.push('year');
  if (day === null || month === null || year === null) return unreadableDate(unreadable, field);
  return existingDate({ day, month, year }, field);
}

/** Reads a month of a year; the day is not looked at. */
export function readMonth(
  parts: Pick<DateParts, 'month' | 'year'>,
  field: string,
): Checked<Temporal.PlainYearMonth> {
  const missing = missingParts({ day: '1', ...parts }, ['month', 'year']);
  if (missing.length === 2) return refuse(field, 'date-missing', 'Enter a month and a year, such as 6 2027.');
  if (missing.length > 0) return incomplete(missing, field);
  const month = readMonthNumber(parts.month);
  const year = digits(parts.year, 4);
  const unreadable: DatePart[] = [];
  if (month === null) unreadable.push('month');
  if (year === null) unreadable.push('year');
  if (month === null || year === null) return unreadableDate(unreadable, field);
  const first = existingDate({ day: 1, month, year }, field);
  return first.ok ? accepted(first.value.toPlainYearMonth()) : first;
}

/** A date from numbers, within the years that the calendar keeps. Nothing is moved: 30 February is refused. */
export function existingDate(
  date: { day: number; month: number; year: number },
  field: string,
): Checked<Temporal.PlainDate> {
  if (date.year < earliestYear || date.year > latestYear) {
    return refuse(
      field,
      'year-out-of-range',
      `The year must be between ${earliestYear} and ${latestYear}; ${date.year} is not.`,
      ['year'],
    );
  }
  if (date.month < 1 || date.month > 12) {
    return refuse(field, 'date-does-not-exist', `The month must be between 1 and 12; ${date.month} is not.`, [
      'month',
    ]);
  }
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year: date.year, month: date.month });
  if (date.day < 1 || date.day > daysInMonth) {
    const month = `${monthNames[date.month - 1] ?? ''} ${date.year}`;
    return refuse(
      field,
      'date-does-not-exist',
      `${dateInWords(date)} does not exist: ${month} has ${daysInMonth} days.`,
      ['day'],
    );
  }
  return accepted(Temporal.PlainDate.from(date));
}

const missingParts = (parts: DateParts, wanted: readonly DatePart[]): DatePart[] =>
  wanted.filter((part) => parts[part].trim() === '');

const incomplete = (missing: readonly DatePart[], field: string) =>
  refuse(field, 'date-incomplete', `The date needs a ${missing.join(' and a ')}.`, missing);

const advice = {
  day: 'the day as a number, such as 27',
  month: 'the month as a number or a name, such as 6 or June',
  year: 'the year with four digits, such as 2027',
};

const unreadableDate = (parts: readonly DatePart[], field: string) =>
  refuse(field, 'date-unreadable', `Write ${parts.map((part) => advice[part]).join(', and ')}.`, parts);

function digits(text: string, most: number): number | null {
  const typed = text.trim();
  const pattern = most === 4 ? /^\d{4}$/ : /^\d{1,2}$/;
  return pattern.test(typed) ? Number(typed) : null;
}

function readMonthNumber(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const index = monthNames.findIndex((name) => {
    const full = name.toLowerCase();
    return typed === full || typed === full.slice(0, 3) || (full === 'september' && typed === 'sept');
  });
  return index >= 0 ? index + 1 : digits(text, 2);
}
