import type { Temporal } from 'temporal-polyfill';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const months = [
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

/** "Tuesday" */
export function weekdayName(date: Temporal.PlainDate): string {
  return weekdays[date.dayOfWeek - 1] ?? '';
}

/**
 * "October"
 * @param month 1 to 12
 */
export function monthName(month: number): string {
  const name = months[month - 1];
  if (name === undefined) throw new RangeError(`no month has the number ${month}`);
  return name;
}

export interface DateWordsOptions {
  /** "Tuesday 1 October 2019" (the default) or "1 October 2019". */
  readonly weekday?: boolean;
  /** A year that goes without saying, usually the current one; left out when the date is in it. */
  readonly impliedYear?: number | null;
}

/** "Tuesday 1 October 2019" */
export function dateInWords(date: Temporal.PlainDate, options: DateWordsOptions = {}): string {
  const { weekday = true, impliedYear = null } = options;
  return [
    weekday ? weekdayName(date) : '',
    String(date.day),
    monthName(date.month),
    date.year === impliedYear ? '' : String(date.year),
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** "June 2026" */
export function monthInWords(month: Temporal.PlainYearMonth): string {
  return `${monthName(month.month)} ${month.year}`;
}

/** Words that are a date or time, as parts of a phrase: `datetime` is HTML's machine-readable form of the same. */
export interface TimePart {
  readonly text: string;
  /** HTML, "valid time/date/month string"; `null` for words in between. */
  readonly datetime: string | null;
}

/**
 * "Tuesday 1 to Wednesday 2 October 2019": the month and year are said once where both days share them. One day alone
 * when `last` is `first`.
 */
export function dateRangeParts(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  options: DateWordsOptions = {},
): readonly TimePart[] {
  const end = { text: dateInWords(last, options), datetime: last.toString() };
  if (first.equals(last)) return [end];
  const { weekday = true } = options;
  const sameYear = first.year === last.year;
  let text = dateInWords(first, { weekday, impliedYear: sameYear ? first.year : null });
  if (sameYear && first.month === last.month) text = text.replace(` ${monthName(first.month)}`, '');
  // Two years are both said, whichever goes without saying.
  if (!sameYear) end.text = dateInWords(last, { weekday });
  return [{ text, datetime: first.toString() }, { text: ' to ', datetime: null }, end];
}

/** "Tuesday 1 to Wednesday 2 October 2019" */
export function dateRangeInWords(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  options: DateWordsOptions = {},
): string {
  return dateRangeParts(first, last, options)
    .map((part) => part.text)
    .join('');
}
