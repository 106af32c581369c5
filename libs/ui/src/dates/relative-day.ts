import type { Temporal } from 'temporal-polyfill';
import { plural } from './amounts.js';

/** Days from which weeks are counted. */
const weeksFrom = 14;
/** Days from which months are counted: two months have at most 62. */
const monthsFrom = 62;

/** "today", "tomorrow", "yesterday", "in 3 days", "2 weeks ago", "in 4 months" (whole ones, rounded down). */
export function relativeDayInWords(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(date, { largestUnit: 'days' });
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const distance = Math.abs(days);
  const amount =
    distance < weeksFrom
      ? plural(distance, 'day')
      : distance < monthsFrom
        ? plural(Math.floor(distance / 7), 'week')
        : plural(Math.abs(today.until(date, { largestUnit: 'months' }).months), 'month');
  return days > 0 ? `in ${amount}` : `${amount} ago`;
}
