import { Temporal } from 'temporal-polyfill';
import { accepted, problemsOf, readTime, refuse, refused, type Checked } from '#checks';
import { checkPlausibleDay } from '../../set-up/domain/days.js';
import type { ConferenceDay } from './conference.js';

/** A conference with more days than this is a slip of the keyboard. */
export const mostDays = 14;

/** One day as a program gives it; times as people type them. */
export interface DayInput {
  readonly date: Checked<string | null>;
  readonly opens: string;
  readonly closes: string;
}

/**
 * Days one by one: each follows the one before it, and each has both times or none.
 *
 * @returns problems at `days`, or at `days.0.closes`
 */
export function checkDays(input: readonly DayInput[]): Checked<readonly ConferenceDay[]> {
  if (input.length === 0) return refuse('days', 'missing', 'Enter the days on which it is held.');
  if (input.length > mostDays) {
    return refuse(
      'days',
      'too-many',
      `A conference has ${mostDays} days or fewer. Check the first and the last day.`,
    );
  }
  const checks = input.map(checkDay);
  const days = checks.flatMap((check) => (check.ok ? [check.value] : []));
  if (days.length < checks.length) return refused(...problemsOf(...checks));
  const gap = days.findIndex(
    ({ date }, index) => index > 0 && date !== dayAfter(days[index - 1]?.date ?? date),
  );
  if (gap > 0) {
    return refuse(
      `days.${gap}.date`,
      'days-with-gaps',
      'The days must follow one another. Give each day once, in order.',
    );
  }
  return accepted(days);
}

/** The days from the first to the last, inclusive, as yet without times. */
export function daysFrom(first: string, last: string): Checked<readonly string[]> {
  if (last < first)
    return refuse('lastDay', 'end-before-start', 'The last day is before the first. Check both.');
  const days = [first];
  for (let day = first; day < last && days.length <= mostDays; days.push(day)) day = dayAfter(day);
  return days.length > mostDays
    ? refuse(
        'lastDay',
        'too-many',
        `A conference has ${mostDays} days or fewer. Check the first and the last day.`,
      )
    : accepted(days);
}

const dayAfter = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

function checkDay(input: DayInput, index: number): Checked<ConferenceDay> {
  const field = `days.${index}`;
  const date = checkPlausibleDay(input.date, `${field}.date`);
  if (date.ok && date.value === null) return refuse(`${field}.date`, 'date-missing', 'Enter the day.');
  if (input.opens.trim() === '' && input.closes.trim() === '') {
    return date.ok ? accepted({ date: date.value ?? '', opens: null, closes: null }) : date;
  }
  const opens = readTime(input.opens, `${field}.opens`);
  const closes = readTime(input.closes, `${field}.closes`);
  if (!date.ok || !opens.ok || !closes.ok) return refused(...problemsOf(date, opens, closes));
  if (Temporal.PlainTime.compare(opens.value, closes.value) >= 0) {
    return refuse(`${field}.closes`, 'end-before-start', 'A day closes after it opens. Check both times.');
  }
  const shown = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });
  return accepted({ date: date.value ?? '', opens: shown(opens.value), closes: shown(closes.value) });
}
